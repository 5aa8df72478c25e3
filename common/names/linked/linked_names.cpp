#include "common/names/linked/linked_names.h"

// The symbols of khobao_embed(), see common/names/CMakeLists.txt.
extern "C" {
extern const char khobao_table_name_forms_begin[], khobao_table_name_forms_end[];
extern const char khobao_table_expansions_begin[], khobao_table_expansions_end[];
extern const char khobao_table_place_kinds_begin[], khobao_table_place_kinds_end[];
extern const char khobao_table_document_letters_begin[], khobao_table_document_letters_end[];
}

namespace khobao::names {
namespace {

SortedTable table_between(const char* begin, const char* end) {
  return SortedTable({begin, static_cast<size_t>(end - begin)});
}

}  // namespace

SortedTable linked_name_forms() {
  return table_between(khobao_table_name_forms_begin, khobao_table_name_forms_end);
}

SortedTable linked_expansions() {
  return table_between(khobao_table_expansions_begin, khobao_table_expansions_end);
}

SortedTable linked_place_kinds() {
  return table_between(khobao_table_place_kinds_begin, khobao_table_place_kinds_end);
}

SortedTable linked_document_letters() {
  return table_between(khobao_table_document_letters_begin, khobao_table_document_letters_end);
}

}  // namespace khobao::names
