import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface SmtpServer {
  url: string;
  /** Messages as they came, headers and body. */
  received: { from: string; to: string; message: string }[];
  /** So far. */
  connections(): number;
  /** Answers "try again later" to the next message. */
  refuseNext(): void;
  /** From now on takes everything and answers nothing. */
  fallSilent(): void;
  behave(): void;
  /** Opens a mailbox for nobody@… */
  welcomeNobody(): void;
  close(): Promise<void>;
}

/** Speaks as much of SMTP (RFC 5321) on loopback as it takes to receive mails; knows everybody but nobody@…. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: SmtpServer['received'] = [];
  let isRefusing = false;
  let isSilent = false;
  let knowsNobody = false;
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    connections += 1;
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    const say = (line: string) => isSilent || socket.write(`${line}\r\n`);
    let from = '';
    let to = '';
    let lines: string[] | undefined;
    say('220 loopback ESMTP');
    createInterface({ input: socket }).on('line', (line) => {
      if (isSilent) return;
      if (lines && line === '.') {
        if (!isRefusing) received.push({ from, to, message: lines.join('\r\n') });
        say(isRefusing ? '451 Try again later' : '250 Taken');
        isRefusing = false;
        lines = undefined;
      } else if (lines) lines.push(line.replace(/^\./, ''));
      else if (/^EHLO/i.test(line)) say('250 loopback');
      else if (/^MAIL FROM/i.test(line)) say(((from = addressIn(line)), '250 OK'));
      else if (!knowsNobody && /^RCPT TO:<nobody@/i.test(line)) say('550 5.1.1 User unknown');
      else if (/^RCPT TO/i.test(line)) say(((to = addressIn(line)), '250 OK'));
      else if (/^DATA/i.test(line)) say(((lines = []), '354 Go on'));
      else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n');
      else say('502 What?');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    refuseNext: () => (isRefusing = true),
    fallSilent: () => (isSilent = true),
    behave: () => (isSilent = false),
    welcomeNobody: () => (knowsNobody = true),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const addressIn = (line: string) => /<(.*)>/.exec(line)?.[1] ?? '';
