declare module 'fxa-common-password-list' {
  interface CommonPasswords {
    /** Whether a password is one of the 50,000 used most among those of eight characters and more. */
    test(password: string): boolean;
  }
  const commonPasswords: CommonPasswords;
  export default commonPasswords;
}
