using System.Collections.Concurrent;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.ImagePolicyV1Alpha1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication.Webhooks;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>How <see cref="ImagePolicyWebhook"/> asks.</summary>
/// <param name="KubeConfigFile">Where the webhook is and how it is called.</param>
/// <param name="AllowTtl">How long a yes counts.</param>
/// <param name="DenyTtl">How long a no counts.</param>
/// <param name="DefaultAllow">What counts while the webhook does not answer.</param>
public sealed record ImagePolicyOptions(string KubeConfigFile, TimeSpan AllowTtl, TimeSpan DenyTtl, bool DefaultAllow)
{
    private static readonly TimeSpan _standard = TimeSpan.FromMinutes(5), _longest = TimeSpan.FromMinutes(30);

    /// <summary>Reads the plugin's configuration; file names are relative to a folder.</summary>
    public static ImagePolicyOptions Read(Value configuration, string folder)
    {
        var policy = configuration["imagePolicy"];
        if (policy["kubeConfigFile"].AsString is not { Length: > 0 } file)
        {
            throw new FormatException("imagePolicy.kubeConfigFile: Required value");
        }
        return new(Path.Combine(folder, file), Ttl(policy["allowTTL"], "allowTTL"), Ttl(policy["denyTTL"], "denyTTL"), policy["defaultAllow"].AsBoolean ?? false);
    }

    // Seconds; 0 for the standard, -1 for no memory.
    private static TimeSpan Ttl(Value value, string name)
    {
        var seconds = value.AsInteger ?? 0;
        return seconds switch
        {
            -1 => TimeSpan.Zero,
            0 => _standard,
            _ when seconds >= 1 && TimeSpan.FromSeconds(seconds) <= _longest => TimeSpan.FromSeconds(seconds),
            _ => throw new FormatException($"valid value is between 1s and 30m0s, got {seconds}s for {name}"),
        };
    }
}

/// <summary>Asks a webhook whether a pod's images may run. Answers are remembered for a while. Thread safe.</summary>
public sealed class ImagePolicyWebhook(WebhookClient webhook, ImagePolicyOptions options, TimeProvider time) : IAdmissionPlugin
{
    private const string AuditPrefix = "imagepolicywebhook.image-policy.k8s.io/";
    private const string FailedOpen = "alpha.image-policy.k8s.io/failed-open";
    private const int MostRemembered = 1024;

    private readonly ConcurrentDictionary<string, (ImageReviewStatus Status, long Until)> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "ImagePolicyWebhook";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Resource is not { Group: "", Resource: "pods" } || attributes.Subresource is not ("" or "ephemeralcontainers") || attributes.Object is not Pod pod)
        {
            return null;
        }
        var images = attributes.Subresource.Length > 0
            ? pod.Spec.EphemeralContainers.Select(container => container.EphemeralContainerCommon.Image)
            : pod.Spec.Containers.Concat(pod.Spec.InitContainers).Select(container => container.Image);
        var spec = ImageReviewSpec.Empty with
        {
            Containers = images.Select(image => ImageReviewContainerSpec.Empty with { Image = image }).ToValueList(),
            Annotations = ValueMap.From(pod.Metadata.Annotations.Where(entry => entry.Key.Contains(".image-policy.k8s.io/", StringComparison.Ordinal))),
            Namespace = attributes.Namespace,
        };
        try
        {
            var status = await AskAsync(spec, cancellationToken).ConfigureAwait(false);
            foreach (var (key, value) in status.AuditAnnotations)
            {
                attributes.Annotate(AuditPrefix + key, value);
            }
            return status switch
            {
                { Allowed: true } => null,
                { Reason.Length: > 0 } => Refusal.Forbidden(attributes, $"image policy webhook backend denied one or more images: {status.Reason}"),
                _ => Refusal.Forbidden(attributes, "one or more images rejected by webhook backend"),
            };
        }
        catch (Exception failed) when (failed is IOException or WireException)
        {
            if (!options.DefaultAllow)
            {
                return Refusal.Forbidden(attributes, failed.Message);
            }
            attributes.Annotate(AuditPrefix + "failed-open", "true");
            attributes.Object = pod with { Metadata = pod.Metadata with { Annotations = pod.Metadata.Annotations.With(FailedOpen, "true") } };
            return null;
        }
    }

    private async ValueTask<ImageReviewStatus> AskAsync(ImageReviewSpec spec, CancellationToken cancellationToken)
    {
        var key = Encoding.UTF8.GetString(Value.ToValue(spec).ToJson());
        if (_known.TryGetValue(key, out var known) && time.GetTimestamp() < known.Until)
        {
            return known.Status;
        }
        var review = Value.ToValue(ImageReview.Empty with { Spec = spec }).With("apiVersion", "imagepolicy.k8s.io/v1alpha1").With("kind", "ImageReview");
        var answer = await webhook.PostAsync(review.ToJson(), cancellationToken).ConfigureAwait(false);
        var status = Value.FromValue<ImageReview>(Value.ParseJson(answer)).Status;
        var ttl = status.Allowed ? options.AllowTtl : options.DenyTtl;
        if (ttl > TimeSpan.Zero)
        {
            if (_known.Count >= MostRemembered)
            {
                _known.Clear();
            }
            _known[key] = (status, time.GetTimestamp() + (long)(ttl.TotalSeconds * time.TimestampFrequency));
        }
        return status;
    }
}
