alter table accounts add column rights text not null default 'member' check (rights in ('owner', 'editor', 'moderator', 'agent', 'member'));
update accounts set rights = role;
alter table accounts drop column role;
alter table accounts rename column rights to role;
