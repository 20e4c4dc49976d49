-- Who owes, by how much in each currency: for a list in the order of what is owed. Who owes nothing has no entry here.
CREATE INDEX account_balances_owed_idx ON account_balances (currency,balance_minor,account_id) WHERE balance_minor > 0;
