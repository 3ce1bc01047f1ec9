#include <microhttpd.h>
#include <netinet/in.h>

/* MHD_start_daemon is variadic, which Swift cannot call. Port 0 lets the system choose. */
static inline struct MHD_Daemon *vt_mhd_start(
    uint16_t port, unsigned threads, void *context, void *(*begin)(void *, const char *, struct MHD_Connection *),
    MHD_AccessHandlerCallback answer, MHD_RequestCompletedCallback end) {
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL, port, NULL, NULL, answer, context,
      MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_THREAD_POOL_SIZE, threads,
      MHD_OPTION_URI_LOG_CALLBACK, begin, context, MHD_OPTION_NOTIFY_COMPLETED, end, NULL,
      MHD_OPTION_END);
}

/* MHD_get_daemon_info is variadic. */
static inline uint16_t vt_mhd_port(struct MHD_Daemon *daemon) {
  return MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

/* MHD_get_connection_info is variadic; the port of the other end, which names the connection. */
static inline uint16_t vt_mhd_client_port(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? ntohs(((const struct sockaddr_in *)info->client_addr)->sin_port) : 0;
}
