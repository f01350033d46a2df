#include <curl/curl.h>

// libcurl sets and tells everything through functions of any arguments, which Swift cannot call: one of each type that is needed.

static inline CURLcode curl_set_text(CURL *transfer, CURLoption option, const char *value) {
    return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode curl_set_number(CURL *transfer, CURLoption option, long value) {
    return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode curl_set_list(CURL *transfer, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode curl_set_reading(CURL *transfer, curl_read_callback read, void *source) {
    CURLcode code = curl_easy_setopt(transfer, CURLOPT_READFUNCTION, read);
    return code == CURLE_OK ? curl_easy_setopt(transfer, CURLOPT_READDATA, source) : code;
}

static inline CURLcode curl_set_writing(CURL *transfer, curl_write_callback write) {
    return curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, write);
}

static inline CURLcode curl_set_bytes(CURL *transfer, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(transfer, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code == CURLE_OK ? curl_easy_setopt(transfer, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

static inline CURLcode curl_set_keeping(CURL *transfer, curl_write_callback write, void *target) {
    CURLcode code = curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, write);
    return code == CURLE_OK ? curl_easy_setopt(transfer, CURLOPT_WRITEDATA, target) : code;
}

static inline CURLcode curl_get_status(CURL *transfer, long *status) {
    return curl_easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, status);
}
