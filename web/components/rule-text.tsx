import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { RulesAnswer } from '../../src/serve/index.ts';
import { get } from '../core/api.ts';

/** Names of fields and values in a rule stand in backquotes, as its specification has them. */
const marked = (text: string): ReactNode =>
  text.split(/`([^`]+)`|\*([^*]+)\*/g).map((part, index) =>
    index % 3 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in its order
      <Fragment key={index}>{part}</Fragment>
    ) : part === undefined ? null : index % 3 === 1 ? (
      <code key={part}>{part}</code>
    ) : (
      <em key={part}>{part}</em>
    ),
  );

/** The text of a rule by its number, as the shipped specification has it. */
export const RuleText = ({ number, id }: { readonly number: string; readonly id: string }): ReactNode => {
  const { data } = useQuery({ queryKey: ['rules'], queryFn: () => get<RulesAnswer>('/rules') });
  const rule = data?.rules.find((one) => one.number === number);
  return (
    <span className="rule-text" id={id}>
      {data === undefined ? (
        'Looking it up …'
      ) : rule === undefined ? (
        `No rule has the number ${number}.`
      ) : (
        <>
          <b>{rule.under}.</b> {marked(rule.text)}
        </>
      )}
    </span>
  );
};
