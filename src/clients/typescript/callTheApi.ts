import { Configuration, DossiersApi, DossierStatus, EventsApi, Method, PaymentsApi } from './index';

declare const process: { argv: string[]; exitCode: number };

/** Calls a running demonstration by the generated client, as its portal; docs/api-clients.md. */
async function callTheApi(basePath: string): Promise<void> {
  const portal = new Configuration({ basePath, username: 'portal', password: 'portal' });

  const { dossiers } = await new DossiersApi(portal).listDossiers({ status: DossierStatus.Unpaid, acceptLanguage: 'en' });
  const dossier = dossiers[0];
  const payments = new PaymentsApi(portal);
  const started = await payments.startPayment({
    idempotencyKey: crypto.randomUUID(),
    paymentStart: { payer: dossier.payer, dossiers: [dossier.code], method: Method.Counter },
    acceptLanguage: 'en',
  });
  const read = await payments.getPayment({ id: started.id, acceptLanguage: 'en' });
  const events = await new EventsApi(portal).listEvents({ limit: 5 });
  console.log(
    `TypeScript: ${dossiers.length} unpaid dossiers; ${read.shortReference} of ${read.amount} dong is ${read.status}, ` +
      `pay by ${read.instruction?.code}; ${events.events.length} events, on from ${events.next}`,
  );
  await payments.cancelPayment({ id: read.id }); // for the next caller
}

callTheApi(process.argv[2]).catch(refused => {
  console.error(refused);
  process.exitCode = 1;
});
