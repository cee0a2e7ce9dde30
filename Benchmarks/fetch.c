/* Fetches one answer over a Unix socket and prints it: what a client takes at least.

   usage: fetch SOCKET TARGET, for example: fetch ficsearch.sock /v1/search?q=said

   It sends what ficsearch sends and reads as much as ficsearch does, and understands none of it.
   Build it with: cc -O2 -static -o fetch fetch.c */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int main(int count, char **arguments) {
  static char bytes[65536];
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (count != 3 || strlen(arguments[1]) >= sizeof address.sun_path) return 2;
  strcpy(address.sun_path, arguments[1]);
  int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
  if (connect(descriptor, (struct sockaddr *)&address, sizeof address)) return 1;
  int length = snprintf(bytes, sizeof bytes,
                        "GET %s HTTP/1.1\r\nHost: ficsearch\r\n"
                        "Accept: application/jsonl\r\nConnection: close\r\n\r\n",
                        arguments[2]);
  if (length < 0 || length >= (int)sizeof bytes) return 2;
  if (write(descriptor, bytes, length) != length) return 1;
  ssize_t received;
  while ((received = read(descriptor, bytes, sizeof bytes)) > 0)
    if (write(STDOUT_FILENO, bytes, received) != received) return 1;
  return received < 0;
}
