#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call:
   one function for each type of argument. */

static inline CURLcode vt_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vt_curl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vt_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vt_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

/* Takes both CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION, whose types are the same. */
static inline CURLcode vt_curl_set_receiver(CURL *easy, CURLoption option, curl_write_callback value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vt_curl_get_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

/* CURLOPT_PRIVATE keeps a number in the place of a pointer. */
static inline CURLcode vt_curl_set_private(CURL *easy, long value) {
  return curl_easy_setopt(easy, CURLOPT_PRIVATE, (void *)value);
}

static inline CURLcode vt_curl_get_private(CURL *easy, long *value) {
  return curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)value);
}
