package vn.dvc.pay.bank.channel;

import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankStatements;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.bank.contract.BankMappers;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.bank.contract.ContractMapper;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.bank.signing.AnswerVerifier;
import vn.dvc.pay.bank.signing.BankKeys;
import vn.dvc.pay.bank.signing.RequestSigner;
import vn.dvc.pay.bank.signing.SignatureVerifier;
import vn.dvc.pay.bank.statements.SignedBankStatements;
import vn.dvc.pay.bank.statements.StatementHttpComponent;
import vn.dvc.pay.bank.statements.StatementRoutes;
import vn.dvc.pay.bank.statements.StatementSettings;
import vn.dvc.pay.bank.tls.BankCertificates;
import vn.dvc.pay.bank.tls.BankTlsOptions;
import vn.dvc.pay.bank.tls.MutualTls;
import vn.dvc.pay.keys.SigningKey;
import vn.dvc.pay.keys.SigningKeys;
import vn.dvc.pay.tracing.NoTraces;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** The routes to the banks on their own: real Camel and HTTP, no Spring, no database. */
public final class LineRig implements AutoCloseable {
  public static final AttemptRef ATTEMPT = AttemptRef.of("11111111-1111-4111-8111-111111111111");
  static final CallRef CALL = CallRef.of("22222222-2222-4222-8222-222222222222");

  static final Set<Operation> MOVES_NO_MONEY =
      EnumSet.of(Operation.ENQUIRY, Operation.MANDATE, Operation.END_MANDATE);

  private static final StatementSettings STATEMENTS =
      new StatementSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          DataSize.ofKilobytes(200),
          Duration.ofSeconds(20));

  final CircuitBreakers breakers = new CircuitBreakers();
  final CamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate template = camel.createProducerTemplate();
  private final SigningKey ours = SigningKeys.fresh();
  private final Bank bank;
  private final CamelBankGateway line;
  private final BankStatements statements;

  public LineRig(String bin, String url, Map<String, BankMapper> mappers) {
    this(settings(bin, url, Map.of()), STATEMENTS, mappers);
  }

  /** With the shortest limits, for peers that exhaust them. */
  static LineRig impatient(String url) {
    var waits =
        Map.of(
            "dvc.bank.lease", "100ms",
            "dvc.bank.connect-timeout", "500ms",
            "dvc.bank.response-timeout", "900ms",
            "dvc.bank.keys-timeout", "1500ms");
    return new LineRig(
        settings("970415", url, waits),
        new StatementSettings(
            Duration.ofMillis(900),
            Duration.ofMillis(1500),
            DataSize.ofKilobytes(200),
            Duration.ofSeconds(20)),
        Map.of());
  }

  private LineRig(BankSettings settings, StatementSettings waits, Map<String, BankMapper> mappers) {
    bank = settings.banks().get(0);
    var clock = Clock.systemUTC();
    var keys = new BankKeys(new CamelKeySource(template), settings, clock, SigningKeys.es256());
    var found = new BankMappers(mappers, new ContractMapper());
    var writer = new RequestSigner(found, ours, clock);
    var check = new AnswerVerifier(found, new SignatureVerifier(keys, clock, settings));
    var steps = new BankRouteSteps(writer, check);
    statements =
        new SignedBankStatements(
            new ConfiguredBanks(settings, keys, mock(Banks.Maintenance.class)),
            found,
            keys,
            writer,
            check,
            template);
    line = new CamelBankGateway(template, keys, new SimpleMeterRegistry(), new NoTraces());
    var tls =
        new BankTlsOptions(
            new BankCertificates(new MutualTls(Map.of(), ""), new DefaultSslBundleRegistry()));
    try {
      camel.getRegistry().bind("bank-http", new BankHttpComponent().bankHttpComponent(settings));
      camel.getRegistry().bind("bank-keys", new BankHttpComponent().keysHttpComponent(settings));
      var routes = new BankRoutes(settings, breakers, steps, tls);
      camel.addRoutes(routes);
      routes.addTemplatedRoutesToCamelContext(camel);
      camel
          .getRegistry()
          .bind(
              "bank-statements",
              new StatementHttpComponent().statementHttpComponent(settings, waits));
      camel.addRoutes(new StatementRoutes(settings, waits, steps, tls));
      camel.start();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  BankAnswer ask(Operation operation, Map<String, Object> body) {
    return ask(operation, "head.key.iv.text.tag", body);
  }

  BankAnswer ask(Operation operation, String sealed, Map<String, Object> body) {
    return line.ask(request(operation, sealed, body));
  }

  /** Skips the check that the bank's keys are known. */
  BankAnswer send(Operation operation) {
    var route = BankRoutes.operation(bank, operation);
    return template.requestBody(
        BankRoutes.address(route), request(operation, null, Map.of()), BankAnswer.class);
  }

  public Map<String, Object> publicKeys() {
    return ours.publicJwks();
  }

  public BankStatements.Fetched statement(LocalDate day) {
    return statements.fetch(bank.bin(), day);
  }

  private BankRequest request(Operation operation, String sealed, Map<String, Object> body) {
    return new BankRequest(
        bank,
        operation,
        ATTEMPT,
        CALL,
        Instant.parse("2026-11-24T08:05:00Z"),
        MOVES_NO_MONEY.contains(operation) ? null : Money.dong(120_000),
        sealed,
        body);
  }

  private static BankSettings settings(String bin, String url, Map<String, String> waits) {
    var lines = new LinkedHashMap<String, Object>();
    lines.put("dvc.banks[0].bin", bin);
    lines.put("dvc.banks[0].name", "Test");
    lines.put("dvc.banks[0].url", url);
    lines.put("dvc.banks[0].card-lengths", "16");
    lines.put("dvc.banks[0].date-kind", "ISSUE");
    lines.put("dvc.banks[0].capture", "SEPARATE");
    lines.put("dvc.banks[0].terms.version", "1");
    lines.put("dvc.banks[0].terms.text", "Terms");
    lines.put("dvc.banks[0].enable-online.counter", "true");
    lines.put("dvc.banks[0].slots", "2");
    lines.put("dvc.banks[0].inquiry-slots", "1");
    lines.put("dvc.bank.response-timeout", "3s");
    lines.put("dvc.bank.keys-timeout", "10s");
    lines.put("dvc.bank.connect-timeout", "1s");
    lines.putAll(waits);
    return new Binder(new MapConfigurationPropertySource(lines))
        .bind("dvc", BankSettings.class)
        .get();
  }

  @Override
  public void close() {
    camel.stop();
  }
}
