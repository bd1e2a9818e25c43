using System.Text;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Health;
using Cybernetes.Base.Metrics;
using Value = Cybernetes.Api.Machinery.Value;

namespace Cybernetes.Serving;

/// <summary>The pages every component of the control plane has: health, metrics, configuration, version. Thread safe.</summary>
/// <param name="health">The checks, one set a path (<c>healthz</c>, <c>livez</c>, <c>readyz</c>).</param>
/// <param name="metrics">What <c>/metrics</c> shows.</param>
/// <param name="configuration">What <c>/configz</c> shows, made when it is asked for.</param>
public sealed class ComponentPages(IReadOnlyList<HealthChecks> health, MetricsRegistry metrics, Func<Value> configuration)
{
    /// <summary>The page of a path; 404 where there is none.</summary>
    public async ValueTask<HttpPage> GetAsync(string path, Func<string, IReadOnlyList<string>> query, CancellationToken cancellationToken)
    {
        switch (path)
        {
            case "/metrics":
                return new HttpPage(200, MetricsRegistry.ContentType, metrics.Write());
            case "/configz":
                return new HttpPage(200, "application/json", configuration().ToJson());
        }

        var parts = path.TrimStart('/').Split('/', 2);
        if (health.FirstOrDefault(checks => checks.Path == parts[0]) is { } found)
        {
            var page = parts.Length == 1
                ? await found.CheckAllAsync(query("verbose").Count > 0, query("exclude"), cancellationToken).ConfigureAwait(false)
                : await found.CheckOneAsync(parts[1], cancellationToken).ConfigureAwait(false);
            if (page is not null)
            {
                return HttpPage.Text(page.StatusCode, page.Text);
            }
        }

        return HttpPage.Text(404, "404 page not found\n");
    }

    /// <summary>A refusal, as the API server words it.</summary>
    internal static HttpPage Refusal(int code, string reason, string message)
    {
        var status = new Status { StatusValue = "Failure", Message = message, Reason = reason, Code = code, Details = code == 403 ? new StatusDetails() : null };
        return new HttpPage(code, "application/json", MessageText.ToJson(status));
    }
}
