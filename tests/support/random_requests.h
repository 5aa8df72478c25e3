#pragma once
/// Random archives and requests, for tests that compare two ways to search the same articles.
#include <random>
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/request.h"
#include "tests/support/archive.h"

namespace khobao::test {

/// Articles as random_articles() has them that also name bodies, cite documents, have sources and
/// authors; some are copies of others.
std::vector<TestArticle> articles_to_ask(std::mt19937& random, size_t count);

/// Words, phrases, fields and operators, accented and not, in every order, with filters, facets,
/// dates and pages.
searcher::SearchRequest random_request(std::mt19937& random);

/// The answer as JSON, without what tells the ways apart: time, generation, and paths.
std::string json_answer(searcher::Index& index, const searcher::SearchRequest& request);

/// What else searches read of an archive: lists of values, groups of reposts, kept texts.
std::string whole_archive(const searcher::Index& index);

/// Fails where they differ, and tells the first line that does, with what both are of.
void check_same(const std::string& got, const std::string& want, const char* got_of, const char* want_of);

}  // namespace khobao::test
