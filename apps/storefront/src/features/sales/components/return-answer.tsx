import type { ReturnDto } from '@souk/contracts/returns.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import type { PartOf } from '../api/sales';
import { AcceptReturnDialog } from './accept-return-dialog';
import { RefuseReturnDialog } from './refuse-return-dialog';

interface ReturnAnswerProps extends PartOf {
  asked: ReturnDto;
}

/** For the vendor of the part, and for staff. */
export function ReturnAnswer({ order, part, asked }: ReturnAnswerProps) {
  const [answering, setAnswering] = useState<'accept' | 'refuse' | null>(null);
  const close = () => setAnswering(null);
  return (
    <>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <Button
          size="sm"
          aria-label={`Accept the return of ${order.number}`}
          onClick={() => setAnswering('accept')}
        >
          Accept
        </Button>
        <Button
          size="sm"
          variant="secondary"
          aria-label={`Refuse the return of ${order.number}`}
          onClick={() => setAnswering('refuse')}
        >
          Refuse
        </Button>
      </div>
      {answering === 'accept' && (
        <AcceptReturnDialog order={order} part={part} asked={asked} onClose={close} />
      )}
      {answering === 'refuse' && <RefuseReturnDialog order={order} asked={asked} onClose={close} />}
    </>
  );
}
