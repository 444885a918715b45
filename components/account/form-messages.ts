/** What every form about accounts says: what it is, what to do, and what is on its button. */
export interface FormMessages {
  title: string;
  lead: string;
  submit: string;
}
