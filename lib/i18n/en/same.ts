/** The keys of the Spanish words, all of them and no other, each with words of its own. */
export type Same<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Same<Tree[Key]> };
