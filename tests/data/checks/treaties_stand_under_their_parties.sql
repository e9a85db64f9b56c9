-- Which treaties stand under a body that adopts texts instead of under their parties?
-- One row per document.
select documents.document_id, documents.body_id
from documents
where documents.legal_force = 'treaty'
    and documents.body_id not in ('shanghai-five', 'member-states', 'governments', 'members-and-applicants', 'sco-and-partners')
order by documents.document_id;
