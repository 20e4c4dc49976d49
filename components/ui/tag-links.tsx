import { Tag } from "./tag";

/** Tags, each leading to who has it too. */
export function TagLinks({ path, tags }: { path: "/accounts" | "/contacts"; tags: readonly { id: number; name: string }[] }) {
  return tags.map(({ id, name }) => (
    <span key={id}>
      <a href={`${path}?tag=${id}`}>
        <Tag>{name}</Tag>
      </a>{" "}
    </span>
  ));
}
