import { type ReactNode, useMemo, useState } from 'react';
import type { NetworkAnswer, NetworkEdge } from '../../../src/serve/index.ts';
import { StandingMark } from '../../components/standing-mark.tsx';
import { dayText } from '../../core/time-window.ts';
import { edgeWords, LAYER_WORDS, ONE_OF, shapeOf } from './draw-network.ts';
import type { NarrowedNetwork } from './narrow-network.ts';
import { ShapeSign } from './shape-sign.tsx';

const STEP = 200;

interface Column<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly value: (row: Row) => string | number;
  readonly show: (row: Row) => ReactNode;
}

/** When an edge may have been, in days: from the first to the last told. */
export const timeWords = ({ times, when }: NetworkEdge): string => {
  if (times.length === 0) return '';
  const isOpenStart = times.some(([start]) => start === null);
  const isOpenEnd = times.some(([, end]) => end === null);
  if (when !== null && !isOpenStart && !isOpenEnd) return when;
  const first = Math.min(...times.map(([start]) => start ?? Infinity));
  const last = Math.max(...times.map(([, end]) => (end ?? -Infinity) - 1));
  const [from, to] = [isOpenStart ? '…' : dayText(first), isOpenEnd ? '…' : dayText(last)];
  return from === to ? from : `${from} – ${to}`;
};

const Sorted = <Row,>({
  caption,
  rows,
  columns,
  keyOf,
  current,
}: {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string | number;
  readonly current: string | number | null;
}): ReactNode => {
  const [by, setBy] = useState<{ readonly column: number; readonly isDown: boolean } | null>(null);
  const [most, setMost] = useState(STEP);
  const sorted = useMemo(() => {
    const column = by === null ? undefined : columns[by.column];
    if (column === undefined) return rows;
    const sign = by?.isDown ? -1 : 1;
    return [...rows].sort((a, b) => {
      const [x, y] = [column.value(a), column.value(b)];
      return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)));
    });
  }, [rows, columns, by]);
  return (
    <section>
      <h2>
        {caption} <span className="count">{rows.length.toLocaleString('en-GB')}</span>
      </h2>
      <div className="scroll">
        <table aria-label={caption}>
          <thead>
            <tr>
              {columns.map(({ title, isNumber }, index) => (
                <th
                  key={title}
                  scope="col"
                  className={isNumber ? 'number' : undefined}
                  aria-sort={by?.column === index ? (by.isDown ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    onClick={() =>
                      setBy({ column: index, isDown: by?.column === index ? !by.isDown : (isNumber ?? false) })
                    }
                  >
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map((row) => (
              <tr key={keyOf(row)} aria-current={current === keyOf(row) ? 'true' : undefined}>
                {columns.map(({ title, show, isNumber }) => (
                  <td key={title} className={isNumber ? 'number' : undefined}>
                    {show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > most ? (
        <button type="button" className="button no-print" onClick={() => setMost(most + STEP * 5)}>
          More of them
        </button>
      ) : null}
    </section>
  );
};

/** The same as the picture, in rows: for whoever does not use it, and for paper. */
export const NetworkTable = ({
  data,
  shown,
  node,
  edge,
  pickNode,
  pickEdge,
}: {
  readonly data: NetworkAnswer;
  readonly shown: NarrowedNetwork;
  readonly node: number | null;
  readonly edge: number | null;
  readonly pickNode: (place: number) => void;
  readonly pickEdge: (place: number) => void;
}): ReactNode => {
  const degrees = useMemo(() => {
    const found = new Map<number, number>();
    for (const place of shown.edges)
      for (const end of [data.edges[place]?.source ?? -1, data.edges[place]?.target ?? -1])
        found.set(end, (found.get(end) ?? 0) + 1);
    return found;
  }, [data, shown]);
  const nodeColumns = useMemo((): readonly Column<number>[] => {
    const at = (place: number) => data.nodes[place];
    return [
      {
        title: 'Who or what',
        value: (place) => at(place)?.name ?? '',
        show: (place) => (
          <button type="button" className="said-link" onClick={() => pickNode(place)}>
            {at(place)?.name}
          </button>
        ),
      },
      {
        title: 'Type',
        value: (place) => at(place)?.type ?? '',
        show: (place) => (
          <>
            <ShapeSign shape={shapeOf(at(place)?.type ?? '')} /> {ONE_OF[at(place)?.type ?? ''] ?? at(place)?.type}
          </>
        ),
      },
      { title: 'Post', value: (place) => at(place)?.post ?? '', show: (place) => at(place)?.post },
      {
        title: 'Edges',
        isNumber: true,
        value: (place) => degrees.get(place) ?? 0,
        show: (place) => degrees.get(place) ?? 0,
      },
      { title: 'Rows', isNumber: true, value: (place) => at(place)?.rows ?? 0, show: (place) => at(place)?.rows },
    ];
  }, [data, degrees, pickNode]);
  const edgeColumns = useMemo((): readonly Column<number>[] => {
    const at = (place: number) => data.edges[place] as NetworkEdge;
    const name = (place: number): string => data.nodes[place]?.name ?? '';
    return [
      { title: 'From', value: (place) => name(at(place).source), show: (place) => name(at(place).source) },
      {
        title: 'Kind',
        value: (place) => edgeWords(at(place)),
        show: (place) => (
          <button
            type="button"
            className="said-link"
            aria-label={`${name(at(place).source)}, ${edgeWords(at(place))}, ${name(at(place).target)}: open its quotes`}
            onClick={() => pickEdge(place)}
          >
            {edgeWords(at(place))}
          </button>
        ),
      },
      { title: 'To', value: (place) => name(at(place).target), show: (place) => name(at(place).target) },
      { title: 'Layer', value: (place) => at(place).layer, show: (place) => LAYER_WORDS[at(place).layer] },
      { title: 'When', value: (place) => timeWords(at(place)), show: (place) => timeWords(at(place)) },
      {
        title: 'Standing',
        value: (place) => at(place).standing ?? '',
        show: (place) => <StandingMark standing={at(place).standing} isWorded />,
      },
      { title: 'Weight', isNumber: true, value: (place) => at(place).weight, show: (place) => at(place).weight },
      { title: 'Rows', isNumber: true, value: (place) => at(place).count, show: (place) => at(place).count },
    ];
  }, [data, pickEdge]);
  return (
    <div className="net-table">
      <Sorted caption="Edges" rows={shown.edges} columns={edgeColumns} keyOf={(place) => place} current={edge} />
      <Sorted caption="Nodes" rows={shown.nodes} columns={nodeColumns} keyOf={(place) => place} current={node} />
    </div>
  );
};
