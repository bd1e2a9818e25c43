using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.CustomMetricsV1Beta2;
using Cybernetes.Api.ExternalMetricsV1Beta1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.MetricsV1Beta1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>Reads metrics from the three aggregated metrics APIs. What cannot be read is a <see cref="MetricException"/>.</summary>
internal sealed class MetricsReader(KubeClient client)
{
    /// <summary>What pods use of a resource, all containers together or one; pods of which something is missing are left out.</summary>
    public async ValueTask<Dictionary<string, PodMetric>> ResourceAsync(string resource, string @namespace, string selector, string container, CancellationToken cancellationToken)
    {
        var result = await client.ListAsync<PodMetrics>(@namespace, new ListOptions { LabelSelector = selector }, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            throw new MetricException($"unable to get metrics for resource {resource}: unable to fetch metrics from resource metrics API: {Told(result.Message, result.Code, "get pods.metrics.k8s.io")}");
        }

        if (result.Value.Items.Count == 0)
        {
            throw new MetricException($"unable to get metrics for resource {resource}: no metrics returned from resource metrics API");
        }

        var metrics = new Dictionary<string, PodMetric>(StringComparer.Ordinal);
        foreach (var pod in result.Value.Items)
        {
            var usages = pod.Containers.Where(one => container.Length == 0 || one.Name == container).Select(one => one.Usage.TryGetValue(resource, out var usage) ? usage.MilliValue : (long?)null).ToList();
            if (container.Length > 0 && usages.Count == 0)
            {
                throw new MetricException($"unable to get metrics for resource {resource}: failed to get container metrics: container {container} not present in metrics for pod {pod.Metadata.Namespace}/{pod.Metadata.Name}");
            }

            if (usages.TrueForAll(usage => usage is not null))
            {
                metrics[pod.Metadata.Name] = new PodMetric(usages.Sum() ?? 0, pod.Timestamp.Moment, pod.Window.Span);
            }
        }

        return metrics;
    }

    /// <summary>A custom metric of pods.</summary>
    public async ValueTask<Dictionary<string, PodMetric>> PodsAsync(string metric, string @namespace, string selector, LabelSelector? metricSelector, CancellationToken cancellationToken)
    {
        var list = await CustomAsync($"/namespaces/{@namespace}/pods/*/{metric}", metric, selector, metricSelector, cancellationToken).ConfigureAwait(false);
        return list.Items.ToDictionary(one => one.DescribedObject.Name, one => new PodMetric(one.Value.MilliValue, one.Timestamp.Moment, TimeSpan.FromSeconds(one.WindowSeconds ?? 60)), StringComparer.Ordinal);
    }

    /// <summary>A custom metric of one object, in thousandths.</summary>
    public async ValueTask<long> ObjectAsync(string metric, string @namespace, GroupVersionResource resource, string name, LabelSelector? metricSelector, CancellationToken cancellationToken)
    {
        var plural = resource.Group.Length > 0 ? $"{resource.Resource}.{resource.Group}" : resource.Resource;
        var path = resource is { Group: "", Resource: "namespaces" } ? $"/namespaces/{name}/metrics/{metric}" : $"/namespaces/{@namespace}/{plural}/{name}/{metric}";
        var list = await CustomAsync(path, metric, "", metricSelector, cancellationToken).ConfigureAwait(false);
        return list.Items.Count > 0 ? list.Items[0].Value.MilliValue : throw new MetricException($"unable to fetch metrics from custom metrics API: the API server returned no results for {path}");
    }

    /// <summary>The values of an external metric, in thousandths.</summary>
    public async ValueTask<IReadOnlyList<long>> ExternalAsync(string metric, string @namespace, LabelSelector? metricSelector, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("GET", $"/apis/external.metrics.k8s.io/v1beta1/namespaces/{@namespace}/{metric}") { Query = Query("labelSelector", metricSelector) };
        var result = await client.SendAsync<ExternalMetricValueList>(request, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            throw new MetricException($"unable to fetch metrics from external metrics API: {Told(result.Message, result.Code, $"get {metric}.external.metrics.k8s.io")}");
        }

        return result.Value.Items.IsEmpty
            ? throw new MetricException("no metrics returned from external metrics API")
            : [.. result.Value.Items.Select(one => one.Value.MilliValue)];
    }

    private async ValueTask<MetricValueList> CustomAsync(string path, string metric, string selector, LabelSelector? metricSelector, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> query = [.. Query("metricLabelSelector", metricSelector)];
        if (selector.Length > 0)
        {
            query.Add(new("labelSelector", selector));
        }

        var result = await client.SendAsync<MetricValueList>(new ApiRequest("GET", "/apis/custom.metrics.k8s.io/v1beta2" + path) { Query = query }, cancellationToken).ConfigureAwait(false);
        return result.Ok ? result.Value : throw new MetricException($"unable to fetch metrics from custom metrics API: {Told(result.Message, result.Code, $"get {metric}.custom.metrics.k8s.io")}");
    }

    private static List<KeyValuePair<string, string>> Query(string key, LabelSelector? selector) =>
        selector is null || selector.ToSelector().IsEmpty ? [] : [new(key, selector.ToSelector().ToString())];

    // Upstream's client says what it wanted where the server has no such API at all.
    private static string Told(string message, int code, string wanted) => code == 404 && !message.Contains('(', StringComparison.Ordinal) ? $"{message.TrimEnd()} ({wanted})" : message;
}
