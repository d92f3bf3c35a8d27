#include "events.h"

#include <stdlib.h>
#include <yaml.h>

unsigned long long count_events(const unsigned char *text, size_t count, const char **problem) {
  unsigned long long events = 0;
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) abort();
  yaml_parser_set_input_string(&parser, text, count);
  *problem = NULL;
  for (int done = 0; !done;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      *problem = parser.problem ? parser.problem : "no YAML";
      break;
    }
    events++;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}
