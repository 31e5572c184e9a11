-- 财务费用: what banks and card companies keep for their work, less the interest that they pay.
alter type account add value 'finance_cost';
