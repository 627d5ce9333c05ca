#!/bin/bash
# The production set-up on one machine: PostgreSQL, two nodes, HAProxy with TLS and mutual TLS, the
# sandbox as banks, portal and OpenID provider. Everything is throw-away; see docs/production.md.
#   production/try.sh            starts it, prints the addresses, ends it at Ctrl-C
#   production/try.sh start      starts it in the background; then: doors, stop-node, start-node, stop
#   production/try.sh doors      asks for every closed door from outside, prints who was refused
#   production/try.sh rolling-restart   restarts one node after the other
set -euo pipefail
cd "$(dirname "$0")/.."
HOME_DIR=$PWD
BASE=${DVC_TRY_PORTS:-8000}            # all ports are BASE + something below 1000
DIR=${DVC_TRY_DIR:-$HOME_DIR/target/production}
PAYERS_PORT=$((BASE + 443)) PLAIN_PORT=$((BASE + 80)) STAFF_PORT=$((BASE + 543))
BANKS_PORT=$((BASE + 643)) PORTAL_PORT=$((BASE + 743)) SANDBOX_PORT=$((BASE + 790)) DB_PORT=$((BASE + 532)) STATUS_PORT=$((BASE + 890))
# Payers and staff need two hosts, whose cookies browsers keep apart; this machine has two names.
PAYERS=https://localhost:$PAYERS_PORT STAFF=https://127.0.0.1:$STAFF_PORT
MESSAGES=https://localhost:$BANKS_PORT PORTAL=https://localhost:$PORTAL_PORT
BANKS="970415 970436 970431"
declare -A EDGE=([970415]=$((BASE + 751)) [970436]=$((BASE + 752)) [970431]=$((BASE + 753)))

say() { printf '%s\n' "$*"; }
die() { printf 'try.sh: %s\n' "$*" >&2; exit 1; }
secret() { openssl rand -hex 20; }

needs() {
  local missing=() program
  for program in java openssl curl haproxy; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  PG_BIN=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1) || true
  [ -n "$PG_BIN" ] || missing+=(postgresql)
  [ ${#missing[@]} = 0 ] || die "missing: ${missing[*]} (Debian: apt-get install openjdk-17-jdk openssl curl haproxy postgresql)"
}

jars() {
  PAY_JAR=${DVC_TRY_JARS:-target}/dvc-pay.jar SANDBOX_JAR=${DVC_TRY_JARS:-target}/dvc-pay-sandbox.jar
  [ -f "$PAY_JAR" ] && [ -f "$SANDBOX_JAR" ] || { say "Building the jars ..."; mvn -q -DskipTests package; }
  PAY_JAR=$(realpath "$PAY_JAR") SANDBOX_JAR=$(realpath "$SANDBOX_JAR")
}
lay_out() { say "Laying the program out ..."; production/lay-out.sh "$PAY_JAR" "$DIR/app"; }

# --- certificates -----------------------------------------------------------------------------
# ca NAME; issue CA NAME DNS: files NAME.crt, NAME.key, NAME.pem (both, for HAProxy)
ca() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$1 (throw-away)" \
    -keyout "$DIR/tls/$1.key" -out "$DIR/tls/$1.crt" 2>/dev/null
}
issue() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$3" -keyout "$DIR/tls/$2.key" -out "$DIR/tls/$2.csr" 2>/dev/null
  openssl x509 -req -in "$DIR/tls/$2.csr" -CA "$DIR/tls/$1.crt" -CAkey "$DIR/tls/$1.key" -CAcreateserial -days 30 \
    -extfile <(printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE' "$3") -out "$DIR/tls/$2.crt" 2>/dev/null
  cat "$DIR/tls/$2.crt" "$DIR/tls/$2.key" > "$DIR/tls/$2.pem"
}
certificates() {
  mkdir -p "$DIR/tls"
  ca public; ca stranger                # who issues what browsers see; and somebody else
  issue public edge localhost
  issue stranger nobody api.970415.example.vn
  local bin
  for bin in $BANKS; do                 # each bank has a CA of its own, which issues to us as well
    ca "bank-$bin-ca"
    issue "bank-$bin-ca" "bank-$bin-server" "api.$bin.example.vn"
    issue "bank-$bin-ca" "bank-$bin-client" "api.$bin.example.vn"
    issue "bank-$bin-ca" "ours-at-$bin" dvc-pay.example.vn
  done
  keytool -importcert -noprompt -alias public -file "$DIR/tls/public.crt" -keystore "$DIR/tls/public.p12" \
    -storetype PKCS12 -storepass throw-away 2>/dev/null
}

# --- programs, each remembered by its process id and start ----------------------------------------
started() { # NAME PID
  printf '%s %s\n' "$2" "$(awk '{print $22}' "/proc/$2/stat")" > "$DIR/pids/$1"
}
is_ours() { # NAME: whether that very process still runs
  [ -f "$DIR/pids/$1" ] || return 1
  local pid start; read -r pid start < "$DIR/pids/$1"
  [ -r "/proc/$pid/stat" ] && [ "$(awk '{print $22}' "/proc/$pid/stat")" = "$start" ]
}
end() { # NAME SIGNAL
  if is_ours "$1"; then
    local pid _; read -r pid _ < "$DIR/pids/$1"
    kill "-$2" "$pid" 2>/dev/null || true
    for _ in $(seq 1 200); do is_ours "$1" || break; sleep 0.2; done
    is_ours "$1" && kill -9 "$pid"
  fi
  rm -f "$DIR/pids/$1"
}
until_true() { # NAME WHAT COMMAND...
  local name=$1 what=$2; shift 2
  for _ in $(seq 1 300); do
    "$@" >/dev/null 2>&1 && return
    is_ours "$name" || die "$what: $name has ended; see $DIR/log/$name.log"
    sleep 1
  done
  die "$what: not within five minutes; see $DIR/log/$name.log"
}
fetch() { curl -sS --max-time 20 --cacert "$DIR/tls/public.crt" "$@"; }

# PostgreSQL refuses to run as root; then the user of Debian's package runs it.
as_postgres() {
  cd /
  if [ "$(id -u)" = 0 ]; then exec setpriv --reuid postgres --regid postgres --clear-groups "$@"; else exec "$@"; fi
}

database() {
  PG=$(mktemp -d -t dvc-pay-postgres.XXXXXX); say "$PG" > "$DIR/postgres.dir"
  cp "$DIR/secrets/admin" "$PG/password"
  [ "$(id -u)" != 0 ] || chown -R postgres: "$PG"
  (as_postgres "$PG_BIN/initdb" -D "$PG/data" -U dvc_admin --auth-local=peer --auth-host=scram-sha-256 -E UTF8 --locale=C.UTF-8 \
    --pwfile="$PG/password") > "$DIR/log/initdb.log"
  rm "$PG/password"
  (as_postgres "$PG_BIN/postgres" -D "$PG/data" -p "$DB_PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=100) > "$DIR/log/postgres.log" 2>&1 &
  started postgres $!
  export PGPASSWORD; PGPASSWORD=$(cat "$DIR/secrets/admin")
  local sql=("$PG_BIN/psql" -q -h 127.0.0.1 -p "$DB_PORT" -U dvc_admin -v ON_ERROR_STOP=1)
  until_true postgres "Database" "${sql[@]}" -d postgres -c 'select 1'
  "${sql[@]}" -d postgres <<SQL
create role dvc_owner login password '$(cat "$DIR/secrets/DVC_DB_OWNER_PASSWORD")';
create role dvc_app login password '$(cat "$DIR/secrets/DVC_DB_PASSWORD")';
create database dvcpay owner dvc_owner;
SQL
}

trust=(-Djavax.net.ssl.trustStore="$DIR/tls/public.p12" -Djavax.net.ssl.trustStorePassword=throw-away)
program=(java -Xmx512m -XX:TieredStopAtLevel=1)

sandbox() {
  local bin bundles=()
  for bin in $BANKS; do
    bundles+=("--spring.ssl.bundle.pem.bank-$bin.keystore.certificate=file:$DIR/tls/bank-$bin-client.crt"
      "--spring.ssl.bundle.pem.bank-$bin.keystore.private-key=file:$DIR/tls/bank-$bin-client.key"
      "--spring.ssl.bundle.pem.bank-$bin.truststore.certificate=file:$DIR/tls/public.crt")
  done
  mkdir -p "$DIR/sandbox"
  (cd "$DIR/sandbox" && exec "${program[@]}" -XX:+UseSerialGC "${trust[@]}" -jar "$SANDBOX_JAR" --server.address=127.0.0.1 \
    --server.port="$SANDBOX_PORT" --server.forward-headers-strategy=framework --dvc.sandbox.app-url="$PAYERS" \
    --dvc.sandbox.staff-url="$STAFF" --dvc.sandbox.messages-url="$MESSAGES" --dvc.sandbox.seed=false --dvc.sandbox.mail-port=0 --collecting-account=118000099999 \
    --dvc.sandbox.identity.payers-client.secret="$(cat "$DIR/secrets/DVC_PAYERS_CLIENT_SECRET")" \
    --dvc.sandbox.identity.staff-client.secret="$(cat "$DIR/secrets/DVC_STAFF_CLIENT_SECRET")" \
    "${bundles[@]}") > "$DIR/log/sandbox.log" 2>&1 &
  started sandbox $!
  until_true sandbox "Sandbox" fetch -f "$PORTAL/.well-known/openid-configuration"
}

settings() { # what belongs in a file, and the pinned keys, as if they had been agreed on paper
  local bin
  mkdir -p "$DIR/node/config"
  {
    say "dvc:"
    say "  portal.url: $PORTAL/portal"
    say "  collecting: {bank: \"970415\", account: \"118000099999\", name: Thu phí}"
    say "  banks:"
    for bin in $BANKS; do
      say "    - bin: \"$bin\""
      say "      name: Bank $bin"
      say "      url: https://localhost:${EDGE[$bin]}/banks/$bin"
      say "      card-lengths: [16, 19]"
      say "      date-kind: $([ "$bin" = 970431 ] && echo EXPIRY || echo ISSUE)"
      say "      capture: $([ "$bin" = 970436 ] && echo WITH_OTP || echo SEPARATE)"
      say "      terms: {version: \"1\", text: Tôi đồng ý để ngân hàng trích tiền từ thẻ.}"
      say "      enable-online: {counter: true, hotline: \"1900\"}"
      say "      slots: 8"
      say "      inquiry-slots: 2"
    done
    say "  pinned-keys.banks:"
    for bin in $BANKS; do
      say "    \"$bin\":"
      curl -sS --cacert "$DIR/tls/bank-$bin-ca.crt" --cert "$DIR/tls/ours-at-$bin.crt" --key "$DIR/tls/ours-at-$bin.key" \
        "https://localhost:${EDGE[$bin]}/banks/$bin/keys" | java production/Keys.java thumbprints | sed 's/.*/      - "&"/'
    done
    say "  mutual-tls.banks:"
    for bin in $BANKS; do
      say "    \"$bin\": {bundle: bank-$bin, client-name: api.$bin.example.vn}"
    done
    say "spring.ssl.bundle.pem:"
    for bin in $BANKS; do
      say "  bank-$bin:"
      say "    reload-on-update: true"
      say "    keystore: {certificate: \"file:$DIR/tls/ours-at-$bin.crt\", private-key: \"file:$DIR/tls/ours-at-$bin.key\"}"
      say "    truststore.certificate: \"file:$DIR/tls/bank-$bin-ca.crt\""
    done
    say "  bank-port:"
    say "    reload-on-update: true"
    say "    keystore: {certificate: \"file:$DIR/tls/edge.crt\", private-key: \"file:$DIR/tls/edge.key\"}"
  } > "$DIR/node/config/application.yaml"
}

node() { # a or b, further arguments; instead of this shell
  local first=$((BASE + 100)); [ "$1" = a ] || first=$((BASE + 200))
  cd "$DIR/node" && exec env DVC_SECRETS="$DIR/secrets" DVC_DB_URL="jdbc:postgresql://127.0.0.1:$DB_PORT/dvcpay" DVC_DB_USER=dvc_app \
    DVC_DB_OWNER=dvc_owner DVC_PUBLIC_URL="$PAYERS" DVC_STAFF_URL="$STAFF" SERVER_ADDRESS=127.0.0.1 SERVER_PORT=$first \
    DVC_STAFF_PORT=$((first + 1)) DVC_BANK_PORT=$((first + 2)) DVC_MANAGEMENT_PORT=$((first + 3)) MANAGEMENT_SERVER_ADDRESS=127.0.0.1 \
    DVC_API_ISSUER="$PORTAL" DVC_API_CLIENTS=portal DVC_PAYERS_ISSUER="$PORTAL" DVC_PAYERS_CLIENT_ID=dvc-pay DVC_PAYERS_LEVELS=2 \
    DVC_STAFF_ISSUER="$PORTAL" DVC_STAFF_CLIENT_ID=dvc-pay-staff DVC_RETURN_ORIGINS="$PAYERS,$PORTAL" \
    DVC_SUPPORT_PHONE="0235 385 0000" DVC_SUPPORT_HOURS="7:30-17:00" \
    "${program[@]}" "@$DIR/app/java.options" "${trust[@]}" -jar "$DIR/app/dvc-pay.jar" --spring.profiles.active=production "${@:2}"
}
start_node() {
  (node "$1") > "$DIR/log/node-$1.log" 2>&1 &
  started "node-$1" $!
}
node_ready() { local first=$((BASE + 100)); [ "$1" = a ] || first=$((BASE + 200)); until_true "node-$1" "Node $1" curl -sf "http://127.0.0.1:$first/readyz"; }

is_served() { # a or b: whether the proxy sends payers, staff and banks there
  [ "$(curl -sf "http://127.0.0.1:$STATUS_PORT/;csv" | grep -Ec "^(payers|staff|banks),$1,.*,UP,")" = 3 ]
}
rolling_restart() {
  local name
  for name in a b; do
    end "node-$name" TERM; start_node "$name"; node_ready "$name"
    until_true haproxy "Node $name at the proxy" is_served "$name"
    say "Node $name was restarted and is served"
  done
}

proxy() {
  local bin
  {
    sed -e "s#@TLS@#$DIR/tls#g" -e "s#@PAYERS@#$PAYERS#g" -e "s#@PAYERS_PORT@#$PAYERS_PORT#g" -e "s#@PLAIN_PORT@#$PLAIN_PORT#g" \
      -e "s#@STAFF_PORT@#$STAFF_PORT#g" -e "s#@BANKS_PORT@#$BANKS_PORT#g" -e "s#@PORTAL_PORT@#$PORTAL_PORT#g" \
      -e "s#@SANDBOX_PORT@#$SANDBOX_PORT#g" -e "s#@STATUS_PORT@#$STATUS_PORT#g" -e "s#@A@#$((BASE + 100))#g;s#@A1@#$((BASE + 101))#g;s#@A2@#$((BASE + 102))#g" \
      -e "s#@B@#$((BASE + 200))#g;s#@B1@#$((BASE + 201))#g;s#@B2@#$((BASE + 202))#g" production/haproxy.cfg
    for bin in $BANKS; do               # the banks' end: each asks for a certificate that its CA gave us
      say "frontend bank_$bin"
      say "  bind 127.0.0.1:${EDGE[$bin]} ssl crt $DIR/tls/bank-$bin-server.pem ca-file $DIR/tls/bank-$bin-ca.crt verify required"
      say "  http-request deny unless { path_beg /banks/$bin/ } { ssl_c_s_dn(cn) -m str dvc-pay.example.vn }"
      say "  default_backend sandbox"
    done
  } > "$DIR/haproxy.cfg"
  haproxy -f "$DIR/haproxy.cfg" -db > "$DIR/log/haproxy.log" 2>&1 &
  started haproxy $!
}

token() {
  fetch -u portal:portal -d grant_type=client_credentials -d scope=dvc-pay.portal "$PORTAL/oauth2/token" | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
dossiers() { # as the portal registers them
  local token number; token=$(token)
  for number in 0001 0002 0003; do
    fetch -f -o /dev/null -X PUT -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
      "$PAYERS/api/v1/dossiers/000.00.00.H47-261129-$number" -d '{"procedure":"Đăng ký biến động quyền sử dụng đất",
      "authority":"Văn phòng Đăng ký đất đai","payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
      "dueDate":"2027-12-31","fees":[{"code":"LP01","name":"Lệ phí cấp giấy chứng nhận","amount":120000,
      "beneficiary":{"bank":"970415","account":"113366668888","name":"Kho bạc Nhà nước tỉnh"}}]}'
  done
}

start() {
  needs; jars
  [ ! -e "$DIR/pids" ] || [ -z "$(ls "$DIR/pids")" ] || die "it runs already; production/try.sh stop"
  rm -rf "$DIR"; mkdir -p "$DIR"/{pids,log,secrets}; chmod 700 "$DIR" "$DIR/secrets"
  local name
  for name in admin DVC_DB_PASSWORD DVC_DB_OWNER_PASSWORD DVC_PAYERS_CLIENT_SECRET DVC_STAFF_CLIENT_SECRET; do
    secret > "$DIR/secrets/$name"
  done
  java production/Keys.java new > "$DIR/secrets/DVC_SIGNING_KEYS"
  lay_out
  say "Certificates ..."; certificates
  say "Database ..."; database
  say "Proxy and sandbox ..."; proxy; sandbox; settings
  say "Production check ..."; (node a --check-only) || die "the production check refuses this set-up"
  say "Two nodes ..."; start_node a; node_ready a; start_node b; node_ready b
  until_true haproxy "Payers' address" fetch -f "$PAYERS/livez"
  dossiers
  cat <<TEXT

  Payers   $PAYERS/            Staff   $STAFF/
  Portal and OpenID provider   $PORTAL/identity/portal
  OTPs, mails, ledger of the banks, inside only   http://127.0.0.1:$SANDBOX_PORT/
  Trust this CA                $DIR/tls/public.crt

  Accounts, each password the same as the name: nguyen-van-a; teller-1, officer-1, operator-1, admin
  Card 9704150000000011, NGUYEN VAN A, 07/15
TEXT
}

stop() {
  local name
  for name in node-a node-b sandbox haproxy; do end "$name" TERM; done
  end postgres INT
  if [ -f "$DIR/postgres.dir" ]; then
    local pg; pg=$(cat "$DIR/postgres.dir")
    case ${pg##*/} in dvc-pay-postgres.??????) rm -rf "$pg" ;; esac
    rm "$DIR/postgres.dir"
  fi
  rm -rf "$DIR"/{secrets,tls,pids,node,sandbox,app}
  say "Stopped; logs are in $DIR/log."
}

# --- from outside -----------------------------------------------------------------------------
open_doors=0
refused() { # WHAT EXPECTED(regex of a status; 000 for no connection) CURL-ARGUMENTS...
  local what=$1 expected=$2 status; shift 2
  for _ in 1 2 3; do                    # a busy machine may be too slow for one answer
    status=$(curl -s -o /dev/null -w '%{http_code}' --max-time 30 "$@") || status=${status:-000}
    [[ $status = 000 && ! $status =~ ^($expected)$ ]] || break
  done
  if [[ $status =~ ^($expected)$ ]]; then printf '  refused (%s)  %s\n' "$status" "$what"
  else printf '  OPEN (%s)     %s\n' "$status" "$what"; open_doors=1; fi
}
served() { # WHAT CURL-ARGUMENTS...: a refusal says something only where others are served
  local what=$1 status; shift
  status=$(curl -s -o /dev/null -w '%{http_code}' --max-time 60 "$@") || true
  printf '  served  (%s)  %s\n' "$status" "$what"
  [ "$status" = 200 ] || open_doors=1
}
doors() {
  local ca=(--cacert "$DIR/tls/public.crt") path
  for path in /operations /operations/login /camunda/app/tasklist/default/ /camunda/api/engine/engine \
    /identity/staff/signed-out /bank/v1/notices /actuator /actuator/health /actuator/prometheus /actuator/env; do
    refused "payers' port: $path" '403|404' "${ca[@]}" "$PAYERS$path"
  done
  for path in /engine-rest/engine /h2-console /swagger-ui.html /v3/api-docs /.env; do # where a sign-in is asked for, nothing is there
    refused "payers' port: $path" '302|404' "${ca[@]}" "$PAYERS$path"
  done
  refused "payers' port: API without a token" 401 "${ca[@]}" "$PAYERS/api/v1/dossiers"
  refused "payers' port: API with an invented token" 401 "${ca[@]}" -H 'Authorization: Bearer e30.e30.e30' "$PAYERS/api/v1/dossiers"
  for path in /login /dossiers /payments /check /api/v1/dossiers /bank/v1/notices /actuator/health /actuator/prometheus /h2-console; do
    refused "staff's port: $path" 404 "${ca[@]}" "$STAFF$path"
  done
  refused "staff's port: engine REST without signing in" 401 "${ca[@]}" "$STAFF/camunda/api/engine/engine/default/task"
  refused "staff's port: a first administrator" '401|403' "${ca[@]}" -X POST -H 'Content-Type: application/json' -d '{}' \
    "$STAFF/camunda/api/admin/setup/default/user/create"
  refused "plain HTTP, payers (only a redirect to HTTPS)" 301 "http://localhost:$PLAIN_PORT/dossiers"
  refused "plain HTTP at the payers' TLS port" '000|400' "http://localhost:$PAYERS_PORT/"
  refused "plain HTTP at the staff's TLS port" '000|400' "http://127.0.0.1:$STAFF_PORT/"
  local message=(-X POST -H 'Content-Type: application/json' -H 'Dvc-Bank: 970415' -d '{}' "$MESSAGES/bank/v1/notices")
  refused "banks' port without a certificate" 000 "${ca[@]}" "${message[@]}"
  refused "banks' port with a foreign CA's certificate" 000 "${ca[@]}" --cert "$DIR/tls/nobody.pem" "${message[@]}"
  refused "banks' port with another bank's certificate" 401 "${ca[@]}" --cert "$DIR/tls/bank-970436-client.pem" "${message[@]}"
  refused "banks' port with our own certificate of that bank's CA" 401 "${ca[@]}" --cert "$DIR/tls/ours-at-970415.pem" "${message[@]}"
  refused "banks' port with the bank's certificate, unsigned" 401 "${ca[@]}" --cert "$DIR/tls/bank-970415-client.pem" "${message[@]}"
  for path in /login /operations /api/v1/keys /actuator/health; do
    refused "banks' port: $path" 404 "${ca[@]}" --cert "$DIR/tls/bank-970415-client.pem" "$MESSAGES$path"
  done
  local bank=(--cacert "$DIR/tls/bank-970415-ca.crt") keys="https://localhost:${EDGE[970415]}/banks/970415/keys"
  refused "a bank, called without a certificate" 000 "${bank[@]}" "$keys"
  refused "a bank, called with another bank's certificate for us" 000 "${bank[@]}" --cert "$DIR/tls/ours-at-970436.pem" "$keys"
  served "a bank, called with its certificate for us" "${bank[@]}" --cert "$DIR/tls/ours-at-970415.pem" "$keys"
  served "payers' port: /check" "${ca[@]}" "$PAYERS/check"
  served "staff's port: /livez" "${ca[@]}" "$STAFF/livez"
  [ "$open_doors" = 0 ] || die "something is open that should be closed, or closed to those whom it is for"
}

case ${1:-} in
  "") trap 'trap "" INT TERM; trap - EXIT; stop' EXIT; trap 'exit 130' INT TERM; start; say; say "  Ctrl-C ends all of it."; wait ;;
  start) [ -n "${DVC_TRY_KEEP:-}" ] || trap 'stop' EXIT; start; trap - EXIT ;;
  stop) stop ;;
  doors) doors ;;
  stop-node) end "node-$2" TERM ;;
  start-node) needs; jars; start_node "$2"; node_ready "$2" ;;
  rolling-restart) needs; jars; rolling_restart ;;
  *) sed -n '2,8p' "$0"; exit 2 ;;
esac
