-- Which fields the company asks for beyond those the product needs, as `module.kind.field`.
ALTER TABLE company ADD COLUMN required_fields text DEFAULT '[]' NOT NULL CHECK (json_valid(required_fields));
