/** The lists as a team keeps them: whose each view is, and what it asks for. */
export const exampleViews = [
  { list: "accounts", name: "Clientes por ciudad", audience: "all", address: "kind=customer&columns=city,phone,owner,last_purchase,balance&sort=city" },
  { list: "accounts", name: "Proveedores", audience: "all", address: "kind=supplier&columns=code,city,phone,email" },
  { list: "accounts", name: "Sin correo a la vista", audience: "private", address: "columns=phone,email,owner" },
  { list: "prospects", name: "Sin próxima acción", audience: "group", address: "signal=no_action&columns=signal,company,phone,status,owner" },
  { list: "prospects", name: "Todo de cada prospecto", audience: "private", address: "columns=all&signal=all&sort=-contacted" },
  { list: "invoices", name: "Vencidas, las mayores primero", audience: "all", address: "chip=overdue&sort=-total" },
  { list: "quotes", name: "Por vencer", audience: "all", address: "chip=sent&sort=date" },
  { list: "contacts", name: "Con responsable y origen", audience: "all", address: "columns=companies,phone,email,origin,owner" },
] as const;
