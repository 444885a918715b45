-- Who may be the same person: a full name, however its parts are spaced.
create index customers_by_name on customers (lower(replace(replace(name, ' ', ''), '　', '')))
  where name is not null and erased_at is null and merged_into_id is null;
