-- Whoever was solved lately is asked how it was.
create index conversations_by_solution on conversations (solved_at) where solved_at is not null;
