using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Pods from a manifest, or a list of them, behind a URL. A fetch that fails leaves the pods as they were.</summary>
internal sealed class ManifestUrl(KubeletOptions options, HttpMessageInvoker client, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private IReadOnlyList<Pod> _last = [];

    /// <summary>Fetches again and again until cancelled, telling what is there each time it differs.</summary>
    public async Task RunAsync(Action<PodUpdate> tell, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.HttpCheckFrequency, time);
        string? before = null;
        do
        {
            try
            {
                var pods = await FetchAsync(cancellationToken).ConfigureAwait(false);
                var now = string.Join('\n', pods.Select(p => p.Metadata.Uid));
                if (now != before)
                {
                    tell(new PodUpdate.Snapshot(pods));
                    before = now;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or WireException or FormatException or InvalidDataException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                StaticPodLog.Unreadable(log, options.StaticPodUrl, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The pods as they are now.</summary>
    internal async Task<IReadOnlyList<Pod>> FetchAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, options.StaticPodUrl);
        foreach (var (name, values) in options.StaticPodUrlHeader)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        using var answer = await client.SendAsync(request, either.Token).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{options.StaticPodUrl}: {(int)answer.StatusCode} {answer.ReasonPhrase}");
        }

        var text = await answer.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
        if (text.Length == 0)
        {
            throw new InvalidDataException($"zero-length data received from {options.StaticPodUrl}");
        }

        var seen = _last.ToDictionary(p => p.Metadata.Uid, p => p.Metadata.Annotations[PodExtensions.ConfigSeen]);
        return _last = [.. ManifestParser.Parse(text).Select(p => ManifestParser.Complete(p, "http", options.StaticPodUrl, options.NodeName, uid => seen.GetValueOrDefault(uid) ?? new Time(time.GetUtcNow()).ToString()))];
    }
}
