-- Which documents are older than the one that they renew or replace?
-- One row per document.
select documents.document_id, documents.adopted_on, earlier.adopted_on as predecessor_adopted_on
from documents
inner join documents as earlier
    on earlier.document_id = documents.predecessor_id
where documents.adopted_on < earlier.adopted_on
order by documents.document_id;
