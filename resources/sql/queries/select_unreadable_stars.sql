-- Which stars could a build not read?
SELECT obsid, sentence FROM {product}.unreadable_star WHERE build_id = :build ORDER BY obsid
