import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { ReturnDto } from '@souk/contracts/returns.dto';
import { type ReactNode, useState } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { formatDate } from '~/lib/format';
import { RETURN_REASON_WORDS, RETURN_STATUS_WORDS } from '~/lib/return-words';
import { useWithdrawReturn } from '../api/returns';
import { ReturnDialog } from './return-dialog';

/** The way to accept or refuse a return, for those who may. */
export type RenderAnswer = (asked: ReturnDto, part: OrderPartDto) => ReactNode;

interface PartReturnsProps {
  order: OrderDto;
  part: OrderPartDto;
  /** Of a guest's order. */
  token: string | null;
  renderAnswer: RenderAnswer;
}

/** What was asked to go back, what became of it, and the way to ask. */
export function PartReturns({ order, part, token, renderAnswer }: PartReturnsProps) {
  const [asking, setAsking] = useState(false);
  if (part.returns.length === 0 && !part.permissions.return) return null;
  return (
    <section aria-label="Returns" className="flex flex-col gap-3 border-t border-line pt-4">
      {part.returns.length > 0 && (
        <>
          <h3 className="font-medium">Returns</h3>
          <ul className="flex flex-col gap-4">
            {part.returns.map((asked) => (
              <ReturnRow
                key={asked.id}
                asked={asked}
                order={order}
                part={part}
                token={token}
                renderAnswer={renderAnswer}
              />
            ))}
          </ul>
        </>
      )}
      {part.permissions.return && (
        <Button variant="secondary" size="sm" className="self-start" onClick={() => setAsking(true)}>
          Return goods
          <span className="sr-only"> to {part.store.name}</span>
        </Button>
      )}
      {asking && <ReturnDialog order={order} part={part} token={token} onClose={() => setAsking(false)} />}
    </section>
  );
}

function ReturnRow({ asked, order, part, token, renderAnswer }: PartReturnsProps & { asked: ReturnDto }) {
  const withdraw = useWithdrawReturn(order.id, token);
  const { label, tone } = RETURN_STATUS_WORDS[asked.status];
  const goods = asked.lines.map(({ itemId, quantity }) => {
    const item = order.items.find(({ id }) => id === itemId);
    return `${quantity} × ${item?.name ?? 'an item'}`;
  });
  const confirm = () =>
    withdraw.mutate(asked.id, {
      onSuccess: () => announce('The return is withdrawn'),
      onError: ({ message }) => toast.error(message),
    });
  return (
    <li className="flex flex-col items-start gap-1.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{label}</Badge>
        <time dateTime={asked.createdAt} className="text-muted">
          {formatDate(asked.createdAt)}
        </time>
      </div>
      <p className="break-words">{goods.join(', ')}</p>
      <p className="break-words text-muted">
        {RETURN_REASON_WORDS[asked.reason]}
        {asked.note && `: ${asked.note}`}
      </p>
      {asked.answer && (
        <p className="break-words">
          <span className="text-muted">Answer: </span>
          {asked.answer}
        </p>
      )}
      {asked.permissions.answer && renderAnswer(asked, part)}
      {asked.permissions.withdraw && (
        <Button variant="secondary" size="sm" loading={withdraw.isPending} onClick={confirm}>
          Withdraw the return
        </Button>
      )}
    </li>
  );
}
