"use client";

/** The last net, for what fails while a page already in the browser is drawn. Whole pages come from the wrapper and the server. */
export default function Failure({ reset }: { reset: () => void }) {
  return (
    <main className="status">
      <h1>Falló de nuestro lado</h1>
      <p>No se pudo mostrar esta página. Lo guardado no se perdió.</p>
      <div className="bar">
        <button type="button" className="button main" onClick={reset}>
          Volver a intentarlo
        </button>
        <a className="button plain" href="/">
          Ir al inicio
        </a>
      </div>
    </main>
  );
}
