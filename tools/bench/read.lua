-- For wrk: GETs the addresses of a file, one after the other and from the beginning again; prints its figures as JSON.
local requests = {}
local at = 0

function init(args)
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  local ms = function(percent) return latency:percentile(percent) / 1000 end
  print(string.format(
    '{"rate":%.1f,"p50":%.1f,"p95":%.1f,"p99":%.1f,"failed":%d}',
    summary.requests / summary.duration * 1e6, ms(50), ms(95), ms(99), failed
  ))
end
