import type { KeyGroup } from "./key-groups";

export function KeyList({ groups }: { groups: KeyGroup[] }) {
  return groups.map(({ title, keys }) => (
    <section key={title}>
      <h3>{title}</h3>
      <dl className="keys">
        {keys.map(([pressed, meaning]) => (
          <div key={pressed}>
            <dt>
              {pressed.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
