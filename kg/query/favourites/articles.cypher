// Articles by how much they say.
MATCH (a:Article)<-[:IN]-(c:Claim)
RETURN a.published AS published, coalesce(a.title, a.id) AS article, a.publisher AS publisher, a.lang AS language, count(c) AS claims
ORDER BY claims DESC, article
LIMIT 100;
