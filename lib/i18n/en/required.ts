export const required = {
  title: "Required fields",
  intro:
    "What is ticked may not stay empty when adding or editing. Records saved without it can still be seen, and are asked for it the next time they are edited.",
  in_setup: "And what may not stay empty:",
  field: "Field",
  asked: "Required",
  supplier: "If a supplier",
  supplier_hint: "A supplier is also asked for what its kind of person is.",
  always: "always",
  tick: "{field}, {kind}",
  rule: "{module} ({kind}): {field}",
  rule_of_all: "{field} of {module}",
  saved: "Required fields saved.",
};

export const requiredErrors = {
  missing: "“{name}” is missing: the company asks for it.",
  emptied: "Something the company asks for would be left empty.",
  account:
    "With this prospect an account would be opened without what the company asks for: {names}. Complete the prospect, or add the account first and choose it there.",
  contact:
    "With this prospect a contact would be added without what the company asks for: {names}. Complete the prospect, or add its account first and choose it there.",
};
