using Cybernetes.Api.AutoscalingV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Horizontal pod autoscalers, in the version with one target for CPU: the defaults; the rest is checked in the later version.</summary>
internal sealed class HorizontalPodAutoscalerV1Rules : KindRules<HorizontalPodAutoscaler>
{
    private static readonly HorizontalPodAutoscalerRules _hub = new();

    protected override HorizontalPodAutoscaler OnDefault(HorizontalPodAutoscaler obj) => obj with { Spec = obj.Spec with { MinReplicas = obj.Spec.MinReplicas ?? 1 } };

    protected override HorizontalPodAutoscaler OnCreate(HorizontalPodAutoscaler obj, RequestFacts facts) =>
        HpaConversion.ToV1((AutoscalingV2.HorizontalPodAutoscaler)_hub.BeforeCreate(HpaConversion.ToV2(obj), facts));

    protected override HorizontalPodAutoscaler OnUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(HorizontalPodAutoscaler obj, ErrorList errors) => errors.AddRange(_hub.ValidateCreate(HpaConversion.ToV2(obj)));

    protected override void ValidateUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old, ErrorList errors) =>
        errors.AddRange(_hub.ValidateUpdate(HpaConversion.ToV2(obj), HpaConversion.ToV2(old)));
}
