#pragma once
/// The names of Xapian's types, for headers that only mention them. Who makes or reads such an
/// object includes <xapian.h> itself.
namespace Xapian {

class Database;
class Query;
typedef unsigned docid;
typedef unsigned doccount;

}  // namespace Xapian
