using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Makes every container pull its image, so that nobody uses an image whose credentials they lack.</summary>
public sealed class AlwaysPullImages : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "AlwaysPullImages";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (IsForPod(attributes) && attributes.Object is Pod pod && !IsUpdateWithSameImages(attributes, pod))
        {
            attributes.Object = pod with
            {
                Spec = pod.Spec with
                {
                    Containers = pod.Spec.Containers.Update(c => c with { ImagePullPolicy = "Always" }),
                    InitContainers = pod.Spec.InitContainers.Update(c => c with { ImagePullPolicy = "Always" }),
                    EphemeralContainers = pod.Spec.EphemeralContainers.Update(c =>
                        c with { EphemeralContainerCommon = c.EphemeralContainerCommon with { ImagePullPolicy = "Always" } }),
                },
            };
        }
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!IsForPod(attributes) || attributes.Object is not Pod pod || IsUpdateWithSameImages(attributes, pod))
        {
            return default;
        }
        foreach (var (field, index, policy) in Policies(pod.Spec))
        {
            if (policy != "Always")
            {
                return ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes,
                    $"spec.{field}[{index}].imagePullPolicy: Unsupported value: \"{policy}\": supported values: \"Always\""));
            }
        }
        return default;
    }

    private static bool IsForPod(AdmissionAttributes attributes) => attributes.IsFor("pods") || attributes.IsFor("pods", "ephemeralcontainers");

    private static bool IsUpdateWithSameImages(AdmissionAttributes attributes, Pod pod) =>
        attributes is { Operation: AdmissionOperation.Update, OldObject: Pod old } && Images(pod.Spec).ToHashSet().IsSubsetOf(Images(old.Spec));

    private static IEnumerable<string> Images(PodSpec spec) => spec.Containers.Select(c => c.Image)
        .Concat(spec.InitContainers.Select(c => c.Image)).Concat(spec.EphemeralContainers.Select(c => c.EphemeralContainerCommon.Image));

    private static IEnumerable<(string Field, int Index, string Policy)> Policies(PodSpec spec) =>
        spec.InitContainers.Select((c, i) => ("initContainers", i, c.ImagePullPolicy))
            .Concat(spec.Containers.Select((c, i) => ("containers", i, c.ImagePullPolicy)))
            .Concat(spec.EphemeralContainers.Select((c, i) => ("ephemeralContainers", i, c.EphemeralContainerCommon.ImagePullPolicy)));
}
