export default function NotFound() {
  return (
    <main>
      <h1>No encontramos esta página</h1>
      <p>
        <a href="/">Ir al inicio</a>
      </p>
    </main>
  );
}
