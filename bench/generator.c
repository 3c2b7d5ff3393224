// Loads a Yjs websocket server with many peers from one thread and measures what arrives.
//
// Every simulated peer has its own Yjs client id. One logical update is one clock tick: 70 % new
// strokes (or --strokes percent), else moves of the peer's one note (a register overwritten, so with a delete set).
// The schedule is open loop: an update's latency runs from the moment it was due to the moment
// a receiver's bytes were read, so a stalled server is not flattered. Receivers decode every
// struct, so merged frames count for what they carry.
//
//   generator load     --port P [--rooms R] [--peers N] [--rate HZ] [--seconds S] [--presence HZ]
//   generator ramp     the rate rises by a third every two seconds until p99 passes 50 ms
//   generator seed     one peer writes --count one-item updates as fast as they are taken
//   generator join     --peers N arrive at once; time until each holds --count items of client 1
//   generator idle     --rooms R x --peers N sit still for --seconds
//
// Common: --path /prefix/  --room NAME  --hocuspocus 1  --pid SERVER (for CPU and memory).
// Prints one JSON object. Build: cc -O2 -o generator generator.c
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define FIRST_CLIENT 500000u
#define SEED_CLIENT 1u
#define SECOND 1000000000ull

// ---- settings ----
static struct {
  const char *mode, *path, *room;
  int port, rooms, peers, hocuspocus, pid, count, strokes;
  double rate, seconds, presence;
} set = {.path = "/", .room = "load", .port = 1234, .rooms = 1, .peers = 10, .count = 10000, .strokes = 70, .rate = 10, .seconds = 5};

// ---- bytes ----
typedef struct { uint8_t *at; size_t size, room; } Bytes;
typedef struct { const uint8_t *at, *end; bool broken; } Reader;

static void grow(Bytes *b, size_t extra) {
  if (b->size + extra <= b->room) return;
  while (b->room < b->size + extra) b->room = b->room ? b->room * 2 : 512;
  if (!(b->at = realloc(b->at, b->room))) abort();
}
static void put(Bytes *b, const void *from, size_t n) { grow(b, n); memcpy(b->at + b->size, from, n); b->size += n; }
static void put_byte(Bytes *b, int v) { uint8_t c = v; put(b, &c, 1); }
static void put_number(Bytes *b, uint64_t v) { for (; v > 127; v >>= 7) put_byte(b, v | 128); put_byte(b, v); }
static void put_text(Bytes *b, const char *s) { put_number(b, strlen(s)); put(b, s, strlen(s)); }
static void put_integer(Bytes *b, uint64_t v) { // lib0 "any" integer: six bits first
  put_byte(b, 125); put_byte(b, (v > 63 ? 128 : 0) | (v & 63));
  for (v >>= 6; v; v >>= 7) put_byte(b, (v > 127 ? 128 : 0) | (v & 127));
}
static uint64_t get_number(Reader *r) {
  uint64_t v = 0;
  for (int shift = 0; r->at < r->end && shift < 64; shift += 7) {
    uint8_t c = *r->at++;
    v |= (uint64_t)(c & 127) << shift;
    if (c < 128) return v;
  }
  r->broken = true; return 0;
}
static int get_byte(Reader *r) { if (r->at < r->end) return *r->at++; r->broken = true; return 0; }
static void skip(Reader *r, uint64_t n) { if ((uint64_t)(r->end - r->at) < n) { r->broken = true; r->at = r->end; } else r->at += n; }
static void skip_text(Reader *r) { skip(r, get_number(r)); }
static void skip_any(Reader *r) {
  switch (get_byte(r)) {
    case 127: case 126: case 121: case 120: return;
    case 125: while (r->at < r->end && (*r->at++ & 128)) {} return;
    case 124: skip(r, 4); return;
    case 123: case 122: skip(r, 8); return;
    case 119: case 116: skip_text(r); return;
    case 118: for (uint64_t n = get_number(r); n && !r->broken; n--) { skip_text(r); skip_any(r); } return;
    case 117: for (uint64_t n = get_number(r); n && !r->broken; n--) skip_any(r); return;
    default: r->broken = true;
  }
}

// ---- time and spread ----
static uint64_t now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * SECOND + t.tv_nsec; }
static uint64_t dice(void) { static uint64_t s = 0x9E3779B97F4A7C15ull; s ^= s << 13; s ^= s >> 7; return s ^= s << 17; }

enum { STEPS = 32, ROWS = 60 }; // log-linear histogram of microseconds, 3 % wide
typedef struct { uint64_t count, top, cell[ROWS * STEPS]; } Spread;
static int cell_of(uint64_t us) {
  if (us < STEPS) return us;
  int high = 63 - __builtin_clzll(us), row = high - 4;
  return row * STEPS + ((us >> (high - 5)) & (STEPS - 1));
}
static void note(Spread *s, uint64_t ns) { s->count++; if (ns > s->top) s->top = ns; s->cell[cell_of(ns / 1000)]++; }
static double quantile_ms(const Spread *s, double q) {
  if (!s->count) return 0;
  uint64_t want = q * (s->count - 1), seen = 0;
  for (int i = 0; i < ROWS * STEPS; i++) {
    if ((seen += s->cell[i]) <= want) continue;
    int row = i / STEPS;
    return (row ? (uint64_t)(STEPS + i % STEPS) << (row - 1) : (uint64_t)i) / 1000.0;
  }
  return s->top / 1e6;
}

// ---- peers ----
typedef struct { uint64_t *at; uint32_t room; } Times; // due time per clock
typedef struct {
  int fd, number, seat, table; // seat within the room (table)
  enum { CONNECTING, UPGRADING, OPEN, SYNCED, GONE } state;
  Bytes in, out, parts; // parts: payload of a fragmented message so far
  bool wants_out, has_note;
  uint32_t clock, note_clock, presence_clock;
  Times due, presence_due;
  uint32_t *heard, *presence_heard; // per seat: clocks that arrived
  uint64_t began, synced, whole, held, next, next_presence;
} Peer;
static Peer *peers; static int peer_count, poller, open_count, synced_count, whole_count, closed_count;
static uint64_t delivered, presence_delivered, gaps, broken_frames, frames, bytes_in, sent, presence_sent, moment;
static Spread spread, presence_spread, lag;
static bool counting;

static void remember(Times *t, uint32_t clock, uint64_t due) {
  if (clock >= t->room) { t->room = t->room ? t->room * 2 : 1024; if (!(t->at = realloc(t->at, t->room * sizeof *t->at))) abort(); }
  t->at[clock] = due;
}
static void watch(Peer *p, bool out) {
  if (p->wants_out == out) return;
  struct epoll_event e = {.events = EPOLLIN | (out ? EPOLLOUT : 0), .data.ptr = p};
  p->wants_out = out; epoll_ctl(poller, EPOLL_CTL_MOD, p->fd, &e);
}
static void drop(Peer *p) {
  if (p->state == GONE) return;
  if (p->state >= OPEN) open_count--;
  p->state = GONE; closed_count++; close(p->fd);
}
static void push(Peer *p) {
  size_t done = 0;
  while (done < p->out.size) {
    ssize_t n = send(p->fd, p->out.at + done, p->out.size - done, MSG_NOSIGNAL);
    if (n < 0) { if (errno == EAGAIN) break; drop(p); return; }
    done += n;
  }
  memmove(p->out.at, p->out.at + done, p->out.size -= done);
  watch(p, p->out.size > 0);
}
static void send_frame(Peer *p, int opcode, const Bytes *message) {
  size_t n = message->size; uint8_t head[14]; int size = 2;
  head[0] = 0x80 | opcode;
  if (n < 126) head[1] = 0x80 | n;
  else if (n < 65536) { head[1] = 0xFE; head[2] = n >> 8; head[3] = n; size = 4; }
  else { head[1] = 0xFF; for (int i = 0; i < 8; i++) head[2 + i] = (uint64_t)n >> (56 - 8 * i); size = 10; }
  uint32_t mask = dice(); memcpy(head + size, &mask, 4); const uint8_t *m = head + size;
  put(&p->out, head, size + 4); grow(&p->out, n);
  for (size_t i = 0; i < n; i++) p->out.at[p->out.size++] = message->at[i] ^ m[i & 3];
  if (!p->wants_out) push(p);
}

// ---- the protocol ----
static Bytes message, update;
static void room_name(const Peer *p, char *into, size_t size) { snprintf(into, size, "%s%d", set.room, p->table); }
static void open_message(Peer *p, int type) {
  message.size = 0;
  if (set.hocuspocus) { char name[80]; room_name(p, name, sizeof name); put_text(&message, name); }
  put_byte(&message, type);
}
static void send_sync(Peer *p, int step, const Bytes *body) {
  open_message(p, 0); put_byte(&message, step); put_number(&message, body->size); put(&message, body->at, body->size);
  send_frame(p, 2, &message);
}
static void send_first_step(Peer *p) { update.size = 0; put_byte(&update, 0); send_sync(p, 0, &update); }
static void send_authentication(Peer *p) { open_message(p, 2); put_number(&message, 0); put_text(&message, "load"); send_frame(p, 2, &message); }

static void put_stroke(Bytes *u, uint32_t client, uint32_t clock) {
  char key[48]; uint64_t noise;
  put_byte(u, 0x28); put_number(u, 1); put_text(u, "strokes");
  snprintf(key, sizeof key, "x%ux%u", client, clock); put_text(u, key);
  put_number(u, 1); put_byte(u, 118); put_number(u, 4);
  put_text(u, "seat"); put_byte(u, 119); put_text(u, "s1");
  put_text(u, "pen"); put_byte(u, 119); put_text(u, "blue");
  put_text(u, "width"); put_integer(u, 3);
  put_text(u, "points"); put_byte(u, 116); put_number(u, 80);
  for (int i = 0; i < 10; i++) { noise = dice(); put(u, &noise, 8); }
}
static void put_move(Peer *p, Bytes *u, uint32_t client) {
  char key[48];
  if (p->has_note) { put_byte(u, 0xA8); put_number(u, client); put_number(u, p->note_clock); }
  else { put_byte(u, 0x28); put_number(u, 1); put_text(u, "ingredients"); snprintf(key, sizeof key, "n%u.at", client); put_text(u, key); }
  put_number(u, 1); put_byte(u, 117); put_number(u, 2); put_integer(u, dice() % 2400); put_integer(u, dice() % 1200);
}
static void write_update(Peer *p, uint64_t due) {
  uint32_t client = FIRST_CLIENT + p->number; bool move = dice() % 100 >= (uint64_t)set.strokes;
  update.size = 0; put_number(&update, 1); put_number(&update, 1); put_number(&update, client); put_number(&update, p->clock);
  if (move) put_move(p, &update, client); else put_stroke(&update, client, p->clock);
  if (move && p->has_note) { put_number(&update, 1); put_number(&update, client); put_number(&update, 1); put_number(&update, p->note_clock); put_number(&update, 1); }
  else put_number(&update, 0);
  if (move) { p->has_note = true; p->note_clock = p->clock; }
  remember(&p->due, p->clock++, due); sent++;
  send_sync(p, 2, &update);
}
static void write_presence(Peer *p, uint64_t due) {
  char state[96];
  snprintf(state, sizeof state, "{\"user\":{\"name\":\"peer %d\"},\"cursor\":{\"x\":%d,\"y\":%d}}", p->seat, (int)(dice() % 2400), (int)(dice() % 1200));
  update.size = 0; put_number(&update, 1); put_number(&update, FIRST_CLIENT + p->number); put_number(&update, ++p->presence_clock); put_text(&update, state);
  remember(&p->presence_due, p->presence_clock, due); presence_sent++;
  open_message(p, 1); put_number(&message, update.size); put(&message, update.at, update.size); send_frame(p, 2, &message);
}
static void arrived(Peer *p, uint64_t client, uint64_t clock, uint64_t length) {
  if (client == SEED_CLIENT) { if (clock + length > p->held) p->held = clock + length; return; }
  if (client < FIRST_CLIENT || client >= FIRST_CLIENT + (uint64_t)peer_count) return;
  Peer *author = &peers[client - FIRST_CLIENT];
  if (author == p || author->table != p->table) return;
  uint32_t *heard = &p->heard[author->seat];
  if (clock > *heard) gaps++;
  for (uint64_t c = *heard; c < clock + length && c < author->clock; c++) { delivered++; if (counting) note(&spread, moment - author->due.at[c]); }
  if (clock + length > *heard) *heard = clock + length;
}
static uint64_t skip_content(Reader *r, int kind) {
  if (kind == 1) return get_number(r);
  if (kind == 8) { uint64_t n = get_number(r); for (uint64_t i = 0; i < n && !r->broken; i++) skip_any(r); return n; }
  if (kind == 3 || kind == 4 || kind == 5) { skip_text(r); return 1; }
  r->broken = true; return 0;
}
static void read_update(Peer *p, Reader r) {
  for (uint64_t clients = get_number(&r); clients && !r.broken; clients--) {
    uint64_t structs = get_number(&r), client = get_number(&r), clock = get_number(&r), length;
    for (; structs && !r.broken; structs--, clock += length) {
      int info = get_byte(&r), kind = info & 31;
      if (kind == 0) { length = get_number(&r); arrived(p, client, clock, length); continue; }
      if (kind == 10) { length = get_number(&r); continue; }
      for (int bit = 0x80; bit >= 0x40; bit >>= 1) if (info & bit) { get_number(&r); get_number(&r); }
      if (!(info & 0xC0)) { if (get_number(&r) == 1) skip_text(&r); else { get_number(&r); get_number(&r); } if (info & 0x20) skip_text(&r); }
      length = skip_content(&r, kind);
      if (!r.broken) arrived(p, client, clock, length);
    }
  }
  broken_frames += r.broken;
  if (p->held >= (uint64_t)set.count && !p->whole) { p->whole = moment; whole_count++; }
}
static void read_presence(Peer *p, Reader r) {
  for (uint64_t n = get_number(&r); n && !r.broken; n--) {
    uint64_t client = get_number(&r), clock = get_number(&r); skip_text(&r);
    if (r.broken || client < FIRST_CLIENT || client >= FIRST_CLIENT + (uint64_t)peer_count) continue;
    Peer *author = &peers[client - FIRST_CLIENT];
    if (author == p || author->table != p->table || clock > author->presence_clock) continue;
    uint32_t *heard = &p->presence_heard[author->seat];
    for (uint32_t c = *heard + 1; c <= clock; c++) { presence_delivered++; if (counting) note(&presence_spread, moment - author->presence_due.at[c]); }
    if (clock > *heard) *heard = clock;
  }
}
static void read_message(Peer *p, const uint8_t *at, size_t size) {
  Reader r = {at, at + size, false};
  if (set.hocuspocus) skip_text(&r);
  uint64_t type = get_number(&r);
  if (type == 2 && set.hocuspocus) { send_first_step(p); return; }
  if (type != 0 && type != 1 && !(set.hocuspocus && type == 4)) return;
  uint64_t step = type == 1 ? 0 : get_number(&r), length = get_number(&r);
  if (r.broken || (uint64_t)(r.end - r.at) < length) { broken_frames++; return; }
  r.end = r.at + length;
  if (type == 1) { read_presence(p, r); return; }
  if (step == 0) { update.size = 0; put_byte(&update, 0); put_byte(&update, 0); send_sync(p, 1, &update); return; }
  if (step == 1 && p->state == OPEN) { p->state = SYNCED; p->synced = moment; synced_count++; }
  read_update(p, r);
}

// ---- the socket ----
static bool read_frame(Peer *p, size_t *used) {
  const uint8_t *h = p->in.at + *used; size_t have = p->in.size - *used, head = 2;
  if (have < 2) return false;
  uint64_t length = h[1] & 127;
  if (length == 126) { if (have < 4) return false; length = h[2] << 8 | h[3]; head = 4; }
  else if (length == 127) { if (have < 10) return false; length = 0; for (int i = 2; i < 10; i++) length = length << 8 | h[i]; head = 10; }
  if (have < head + length) return false;
  int opcode = h[0] & 15; bool final = h[0] & 128;
  *used += head + length; frames++;
  if (opcode == 8) { drop(p); return false; }
  if (opcode == 9) { Bytes pong = {.at = (uint8_t *)h + head, .size = length}; send_frame(p, 10, &pong); }
  else if (opcode < 3 && final && opcode) read_message(p, h + head, length);
  else if (opcode < 3) {
    if (opcode) p->parts.size = 0;
    put(&p->parts, h + head, length);
    if (final) read_message(p, p->parts.at, p->parts.size);
  }
  return p->state != GONE;
}
static void consume(Peer *p) {
  size_t used = 0;
  if (p->state == UPGRADING) {
    uint8_t *end = memmem(p->in.at, p->in.size, "\r\n\r\n", 4);
    if (!end) return;
    if (memcmp(p->in.at + 9, "101", 3)) { fprintf(stderr, "refused: %.60s\n", p->in.at); drop(p); return; }
    used = end + 4 - p->in.at; p->state = OPEN; open_count++;
    if (set.hocuspocus) send_authentication(p); else send_first_step(p);
  }
  while (p->state != GONE && read_frame(p, &used)) {}
  if (p->state != GONE) memmove(p->in.at, p->in.at + used, p->in.size -= used);
}
static void connect_peer(Peer *p) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(set.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int yes = 1;
  p->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0); p->began = now();
  setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(p->fd, (void *)&to, sizeof to) && errno != EINPROGRESS) { perror("connect"); exit(2); }
  struct epoll_event e = {.events = EPOLLIN | EPOLLOUT, .data.ptr = p};
  p->wants_out = true; epoll_ctl(poller, EPOLL_CTL_ADD, p->fd, &e);
}
static void upgrade(Peer *p) {
  char name[80], request[400]; room_name(p, name, sizeof name);
  int n = snprintf(request, sizeof request,
    "GET %s%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: c2l4dGVlbiBieXRlcyEhIQ==\r\nSec-WebSocket-Version: 13\r\n\r\n", set.path, set.hocuspocus ? "" : name, set.port);
  p->state = UPGRADING; put(&p->out, request, n);
}
static void turn(uint64_t until) { // one turn of the loop, at most to `until`
  static uint8_t buffer[1 << 18]; struct epoll_event events[256]; uint64_t t = now();
  struct timespec wait = {0, until > t ? (until - t < 20000000 ? until - t : 20000000) : 0};
  int n = epoll_pwait2(poller, events, 256, &wait, NULL);
  for (int i = 0; i < n; i++) {
    Peer *p = events[i].data.ptr;
    if (p->state == GONE) continue;
    if (events[i].events & EPOLLOUT) { if (p->state == CONNECTING) upgrade(p); push(p); }
    if (p->state == GONE || !(events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))) continue;
    ssize_t got = recv(p->fd, buffer, sizeof buffer, 0);
    if (got <= 0) { if (got == 0 || errno != EAGAIN) drop(p); continue; }
    moment = now(); bytes_in += got; put(&p->in, buffer, got); consume(p);
  }
}

// ---- the server's and our own cost ----
static double server_cpu(void) {
  char name[64], line[1024]; unsigned long user = 0, kernel = 0;
  snprintf(name, sizeof name, "/proc/%d/stat", set.pid); FILE *f = fopen(name, "r");
  if (!set.pid || !f) return 0;
  size_t n = fread(line, 1, sizeof line - 1, f); line[n] = 0; fclose(f);
  char *after = strrchr(line, ')');
  if (after) sscanf(after + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &kernel);
  return (double)(user + kernel) / sysconf(_SC_CLK_TCK);
}
static double server_megabytes(void) {
  char name[64]; long size = 0, resident = 0;
  snprintf(name, sizeof name, "/proc/%d/statm", set.pid); FILE *f = fopen(name, "r");
  if (!set.pid || !f) return 0;
  if (fscanf(f, "%ld %ld", &size, &resident) != 2) resident = 0;
  fclose(f); return resident * (sysconf(_SC_PAGESIZE) / 1048576.0);
}
static double own_cpu(void) { struct rusage u; getrusage(RUSAGE_SELF, &u); return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6; }

// ---- the loads ----
static void gather(void) { // all peers in, all synced
  uint64_t limit = now() + 30 * SECOND;
  for (int i = 0; i < peer_count; i++) { connect_peer(&peers[i]); if (i % 20 == 19) turn(now() + 1000000); }
  while (synced_count < peer_count && now() < limit && closed_count == 0) turn(now() + 5000000);
  if (synced_count < peer_count) { fprintf(stderr, "only %d of %d peers synced\n", synced_count, peer_count); exit(3); }
}
static void write_due(double rate) {
  uint64_t t = now();
  for (int i = 0; i < peer_count; i++) {
    Peer *p = &peers[i];
    for (; rate && p->next <= t; p->next += SECOND / rate) { if (counting) note(&lag, t - p->next); write_update(p, p->next); }
    for (; set.presence && p->next_presence <= t; p->next_presence += SECOND / set.presence) write_presence(p, p->next_presence);
  }
}
static uint64_t expected(void) { return sent * (set.peers - 1); }
static void spread_starts(double rate) {
  for (int i = 0; i < peer_count; i++) {
    if (rate) peers[i].next = now() + dice() % (uint64_t)(SECOND / rate);
    if (set.presence) peers[i].next_presence = now() + dice() % (uint64_t)(SECOND / set.presence);
  }
}
static void drive(double rate, double seconds) {
  uint64_t end = now() + seconds * SECOND;
  while (now() < end) { write_due(rate); turn(now() + 500000); }
}
static void settle(void) { // wait for what is still under way
  uint64_t end = now() + 8 * SECOND;
  while (now() < end && (delivered < expected() || presence_delivered < presence_sent * (set.peers - 1))) turn(now() + 2000000);
}
static void report_load(double rate, double wall, double cpu, double own, uint64_t before, uint64_t presence_before, uint64_t frames_before) {
  uint64_t count = delivered - before + presence_delivered - presence_before;
  const Spread *s = spread.count ? &spread : &presence_spread;
  printf("{\"mode\":\"%s\",\"rooms\":%d,\"peers\":%d,\"rate\":%.1f,\"presence\":%.1f,\"delivered\":%lu,\"delivered_per_s\":%.0f,"
    "\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.1f,\"lost\":%ld,\"gaps\":%lu,\"broken\":%lu,\"closed\":%d,\"frames\":%lu,"
    "\"server_cpu_s\":%.3f,\"cpu_s_per_million\":%.3f,\"server_mb\":%.1f,\"own_cpu_share\":%.2f,\"own_lag_p99_ms\":%.2f}\n",
    set.mode, set.rooms, set.peers, rate, set.presence, count, count / wall, quantile_ms(s, .5), quantile_ms(s, .95), quantile_ms(s, .99), s->top / 1e6,
    (long)(expected() - delivered), gaps, broken_frames, closed_count, frames - frames_before, cpu, count ? cpu / count * 1e6 : 0, server_megabytes(), own / wall, quantile_ms(&lag, .99));
}
static double measure(double rate, double seconds) { // one step; returns p99
  memset(&spread, 0, sizeof spread); memset(&presence_spread, 0, sizeof presence_spread); memset(&lag, 0, sizeof lag);
  uint64_t before = delivered, presence_before = presence_delivered, frames_before = frames, start = now();
  double cpu = server_cpu(), own = own_cpu();
  counting = true; drive(rate, seconds); double wall = (now() - start) / 1e9; settle(); counting = false;
  report_load(rate, wall, server_cpu() - cpu, own_cpu() - own, before, presence_before, frames_before);
  return expected() != delivered || closed_count ? 1e9 : quantile_ms(&spread, .99);
}
static void load(void) { gather(); spread_starts(set.rate); drive(set.rate, 1); settle(); spread_starts(set.rate); measure(set.rate, set.seconds); }
static void ramp(void) {
  gather();
  for (double rate = set.rate, tries = 0; rate < 5000; ) {
    spread_starts(rate);
    if (measure(rate, 2) < 50) { rate *= 1.33; tries = 0; } else if (++tries == 3 || closed_count) return;
  }
}
static void seed(void) {
  gather(); Peer *p = &peers[0]; uint64_t start = now(); double cpu = server_cpu();
  for (int clock = 0; clock < set.count; ) {
    for (int i = 0; i < 50 && clock < set.count && p->out.size < 1 << 20; i++, clock++) {
      update.size = 0; put_number(&update, 1); put_number(&update, 1); put_number(&update, SEED_CLIENT); put_number(&update, clock);
      put_stroke(&update, SEED_CLIENT, clock); put_number(&update, 0); send_sync(p, 2, &update);
    }
    turn(now() + 100000);
    if (p->state == GONE) { fprintf(stderr, "closed after %d updates\n", clock); exit(3); }
  }
  while (peers[1].held < (uint64_t)set.count && now() < start + 60 * SECOND) turn(now() + 1000000);
  double wall = (now() - start) / 1e9;
  printf("{\"mode\":\"seed\",\"count\":%d,\"held\":%lu,\"updates_per_s\":%.0f,\"server_cpu_s\":%.3f}\n", set.count, peers[1].held, set.count / wall, server_cpu() - cpu);
}
static void join(void) {
  double cpu = server_cpu(); uint64_t limit = now() + 30 * SECOND;
  for (int i = 0; i < peer_count; i++) connect_peer(&peers[i]);
  while (whole_count < peer_count && now() < limit) turn(now() + 2000000);
  Spread s = {0}; for (int i = 0; i < peer_count; i++) if (peers[i].whole) note(&s, peers[i].whole - peers[i].began);
  printf("{\"mode\":\"join\",\"peers\":%d,\"whole\":%d,\"p50_ms\":%.2f,\"max_ms\":%.2f,\"bytes\":%lu,\"server_cpu_s\":%.3f}\n", peer_count, whole_count, quantile_ms(&s, .5), s.top / 1e6, bytes_in / peer_count, server_cpu() - cpu);
}
static void idle(void) {
  double before = server_megabytes(); gather(); uint64_t end = now() + set.seconds * SECOND;
  while (now() < end) turn(end);
  printf("{\"mode\":\"idle\",\"rooms\":%d,\"peers\":%d,\"kb_per_peer\":%.1f}\n", set.rooms, set.peers, (server_megabytes() - before) * 1024 / peer_count);
}
static void read_settings(int argc, char **argv) {
  if (argc < 2) { fprintf(stderr, "usage: generator load|ramp|seed|join|idle --port P ...\n"); exit(2); }
  set.mode = argv[1];
  for (int i = 2; i + 1 < argc; i += 2) {
    const char *k = argv[i] + 2, *v = argv[i + 1];
    if (!strcmp(k, "port")) set.port = atoi(v); else if (!strcmp(k, "path")) set.path = v; else if (!strcmp(k, "room")) set.room = v;
    else if (!strcmp(k, "rooms")) set.rooms = atoi(v); else if (!strcmp(k, "peers")) set.peers = atoi(v); else if (!strcmp(k, "rate")) set.rate = atof(v);
    else if (!strcmp(k, "seconds")) set.seconds = atof(v); else if (!strcmp(k, "presence")) set.presence = atof(v); else if (!strcmp(k, "count")) set.count = atoi(v);
    else if (!strcmp(k, "hocuspocus")) set.hocuspocus = atoi(v); else if (!strcmp(k, "pid")) set.pid = atoi(v); else if (!strcmp(k, "strokes")) set.strokes = atoi(v);
    else { fprintf(stderr, "unknown option --%s\n", k); exit(2); }
  }
}
int main(int argc, char **argv) {
  read_settings(argc, argv);
  poller = epoll_create1(0); peer_count = set.rooms * set.peers;
  peers = calloc(peer_count, sizeof *peers);
  for (int i = 0; i < peer_count; i++) {
    peers[i] = (Peer){.number = i, .seat = i % set.peers, .table = i / set.peers};
    peers[i].heard = calloc(set.peers, 4); peers[i].presence_heard = calloc(set.peers, 4);
  }
  void (*run)(void) = !strcmp(set.mode, "load") ? load : !strcmp(set.mode, "ramp") ? ramp : !strcmp(set.mode, "seed") ? seed : !strcmp(set.mode, "join") ? join : idle;
  run();
}
