using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.KubeSchedulerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Configuration;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Extenders;

/// <summary>An extender that is asked over HTTP: upstream's <c>kube-scheduler/extender/v1</c>.</summary>
public sealed class HttpExtender : IExtender, IDisposable
{
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromSeconds(5);
    private readonly Extender _options;
    private readonly HttpClient _http;
    private readonly HashSet<string> _managed;

    /// <summary>An extender as configured.</summary>
    public HttpExtender(Extender options, TimeProvider time)
    {
        _options = options;
        _managed = options.ManagedResources.Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        IgnoredResources = options.ManagedResources.Where(resource => resource.IgnoredByScheduler).Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (Uri.TryCreate(options.UrlPrefix, UriKind.Absolute, out var url) && (options.EnableHTTPS || url.Scheme == Uri.UriSchemeHttps))
        {
            handler.SslOptions = ClientTls.OptionsFor(ConfigOf(url, options.TlsConfig), time);
        }

        var timeout = options.HttpTimeout.Span;
        _http = new HttpClient(handler) { Timeout = timeout > TimeSpan.Zero ? timeout : _defaultTimeout };
    }

    /// <inheritdoc/>
    public string Name => _options.UrlPrefix;

    /// <inheritdoc/>
    public bool Ignorable => _options.Ignorable;

    /// <inheritdoc/>
    public long Weight => _options.Weight;

    /// <inheritdoc/>
    public bool Filters => _options.FilterVerb.Length > 0;

    /// <inheritdoc/>
    public bool Prioritizes => _options.PrioritizeVerb.Length > 0;

    /// <inheritdoc/>
    public bool Preempts => _options.PreemptVerb.Length > 0;

    /// <inheritdoc/>
    public bool Binds => _options.BindVerb.Length > 0;

    /// <inheritdoc/>
    public IReadOnlySet<string> IgnoredResources { get; }

    /// <inheritdoc/>
    public bool IsInterested(Pod pod) => _managed.Count == 0 || pod.Spec.Containers.Concat(pod.Spec.InitContainers)
        .Any(container => container.Resources.Requests.Keys.Concat(container.Resources.Limits.Keys).Any(_managed.Contains));

    /// <inheritdoc/>
    public async ValueTask<(IReadOnlySet<string> Fit, IReadOnlyDictionary<string, Verdict> Refused)> FilterAsync(Pod pod, IReadOnlyList<NodeInfo> nodes, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(_options.FilterVerb, Arguments(pod, nodes), cancellationToken).ConfigureAwait(false);
        if (ExtenderJson.Get(answer, "Error").AsString is { Length: > 0 } error)
        {
            throw new ExtenderException(error);
        }

        var refused = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (var (node, reason) in ExtenderJson.Get(answer, "FailedAndUnresolvableNodes").Entries)
        {
            refused[node] = Verdict.Unresolvable(Name, reason.AsString ?? "");
        }

        foreach (var (node, reason) in ExtenderJson.Get(answer, "FailedNodes").Entries)
        {
            refused.TryAdd(node, Verdict.Unschedulable(Name, reason.AsString ?? ""));
        }

        var names = ExtenderJson.Get(answer, "NodeNames");
        var fit = _options.NodeCacheCapable && names.IsList
            ? names.Items.Select(name => name.AsString ?? "")
            : ExtenderJson.Get(answer, "Nodes")["items"].Items.Select(node => node.At("metadata", "name").AsString ?? "");
        return (fit.ToHashSet(StringComparer.Ordinal), refused);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, long>> PrioritizeAsync(Pod pod, IReadOnlyList<NodeInfo> nodes, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(_options.PrioritizeVerb, Arguments(pod, nodes), cancellationToken).ConfigureAwait(false);
        var scores = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in answer.Items)
        {
            scores[ExtenderJson.Get(entry, "Host").AsString ?? ""] = ExtenderJson.Get(entry, "Score").AsInteger ?? 0;
        }

        return scores;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PreemptionPlan>> PreemptAsync(Pod pod, IReadOnlyList<PreemptionPlan> plans, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(_options.PreemptVerb, ExtenderJson.OfPlans(pod, plans, _options.NodeCacheCapable), cancellationToken).ConfigureAwait(false);
        return ExtenderJson.ReadPlans(answer, plans);
    }

    /// <inheritdoc/>
    public async ValueTask BindAsync(Pod pod, string node, CancellationToken cancellationToken)
    {
        var arguments = Value.MapOf(("PodName", pod.Metadata.Name), ("PodNamespace", pod.Metadata.Namespace), ("PodUID", pod.Metadata.Uid), ("Node", node));
        var answer = await SendAsync(_options.BindVerb, arguments, cancellationToken).ConfigureAwait(false);
        if (ExtenderJson.Get(answer, "Error").AsString is { Length: > 0 } error)
        {
            throw new ExtenderException(error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static ClientConfig ConfigOf(Uri url, ExtenderTLSConfig? tls) => new()
    {
        Server = url,
        InsecureSkipTlsVerify = tls?.Insecure ?? false,
        TlsServerName = tls?.ServerName ?? "",
        CertificateAuthorityFile = tls?.CaFile ?? "",
        CertificateAuthorityData = Encoding.ASCII.GetString((tls?.CaData ?? default).Span),
        ClientCertificateFile = tls?.CertFile ?? "",
        ClientCertificateData = Encoding.ASCII.GetString((tls?.CertData ?? default).Span),
        ClientKeyFile = tls?.KeyFile ?? "",
        ClientKeyData = Encoding.ASCII.GetString((tls?.KeyData ?? default).Span),
    };

    private Value Arguments(Pod pod, IReadOnlyList<NodeInfo> nodes) => _options.NodeCacheCapable
        ? Value.MapOf(("Pod", ExtenderJson.Of(pod)), ("Nodes", Value.Null), ("NodeNames", Value.List([.. nodes.Select(node => (Value)node.Name)])))
        : Value.MapOf(
            ("Pod", ExtenderJson.Of(pod)),
            ("Nodes", Value.MapOf(("metadata", Value.EmptyMap), ("items", Value.List([.. nodes.Select(node => ExtenderJson.Of(node.Node))])))),
            ("NodeNames", Value.Null));

    private async ValueTask<Value> SendAsync(string verb, Value arguments, CancellationToken cancellationToken)
    {
        var url = $"{_options.UrlPrefix.TrimEnd('/')}/{verb}";
        try
        {
            using var content = new ByteArrayContent(arguments.ToJson());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(new Uri(url), content, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != System.Net.HttpStatusCode.OK)
            {
                throw new ExtenderException(string.Create(CultureInfo.InvariantCulture, $"failed {verb} with extender at URL {url}, code {(int)response.StatusCode}"));
            }

            return Value.ParseJson(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or WireException)
        {
            throw new ExtenderException($"Post \"{url}\": {e.Message}");
        }
    }
}
