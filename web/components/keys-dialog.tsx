import { type ReactNode, useEffect, useRef } from 'react';
import { useKeysNow } from '../core/keys.ts';

/** The keys that do something on this page. */
export const KeysDialog = ({ close }: { readonly close: () => void }): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const acts = new Map(useKeysNow().map(({ keys, does }) => [keys, does]));
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys-title">
      <h3 id="keys-title">Keys</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Does</th>
          </tr>
        </thead>
        <tbody>
          {[...acts].map(([keys, does]) => (
            <tr key={keys}>
              <td>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </p>
    </dialog>
  );
};
