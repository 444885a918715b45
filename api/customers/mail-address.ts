import { sql } from 'drizzle-orm';

/**
 * The address that a customer is written to: one that they have proven, or else the first they used. For a query that
 * goes through `customers`; in plain names, since a query on one table alone would lose theirs.
 */
export const mailAddress = sql<string | null>`(select value from identities
  where identities.customer_id = customers.id and identities.kind = 'email'
  order by identities.verified_at is null, identities.created_at limit 1)`;
