import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ContradictionPage } from '../../../src/serve/index.ts';
import { DecideClaim } from '../../components/decide-claim.tsx';
import { LineList } from '../../components/line-list.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useClaimKeys } from '../../core/go-through.ts';
import { useKeys } from '../../core/keys.ts';
import { ContradictionSides } from './contradiction-sides.tsx';
import '../../components/claims.css';

/** What cannot all be so: every side next to the others, with its chains and quotes. None wins. */
export const ContradictionView = (): ReactNode => {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['contradiction', id],
    queryFn: ({ signal }) => get<ContradictionPage>(`/contradictions/${id}/page`, {}, signal),
  });
  if (error !== null)
    return (
      <Page title="A contradiction">
        <Failed error={error} again={() => void refetch()} />
      </Page>
    );
  return data === undefined ? <Loading /> : <Shown key={id} page={data} />;
};

const Shown = ({ page }: { readonly page: ContradictionPage }): ReactNode => {
  const { contradiction: card, findings } = page;
  const router = useRouter();
  const through = useClaimKeys(card.values.flatMap(({ claims }) => claims.map((claim) => claim.id)));
  useKeys([{ keys: 'b', does: 'go back', act: () => router.history.back() }]);
  return (
    <div className="finding">
      <Page
        title={card.about}
        sub={
          <>
            A contradiction on {card.kind === 'yes-no' ? 'whether it is so' : card.kind}: {card.values.length} sides
            that cannot all be right.{' '}
            {card.likelySlip === null ? 'None of them wins.' : 'One is likely a slip; it stays, and none of them wins.'}
          </>
        }
      >
        <ContradictionSides card={card} isWhole acts={(claim) => <DecideClaim claim={claim} through={through} />} />
        <LineList title="What it is about" lines={findings} />
        {card.reasons.length === 0 ? null : (
          <section>
            <h2>Why it is one</h2>
            {card.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </section>
        )}
      </Page>
    </div>
  );
};
