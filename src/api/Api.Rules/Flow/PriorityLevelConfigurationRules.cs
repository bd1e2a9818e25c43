using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Priority levels of requests.</summary>
internal sealed class PriorityLevelConfigurationRules : KindRules<PriorityLevelConfiguration>
{
    private const int MaxQueues = 10_000_000;

    private static readonly StatusRules<PriorityLevelConfiguration> _status = new((obj, old) => obj with { Spec = old.Spec });

    public override bool AllowUnconditionalUpdate => false;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.Subdomain(name, prefix);

    protected override PriorityLevelConfiguration OnDefault(PriorityLevelConfiguration obj) => obj with
    {
        Spec = obj.Spec with
        {
            Exempt = obj.Spec.Type == "Exempt"
                ? (obj.Spec.Exempt ?? new()) with { NominalConcurrencyShares = obj.Spec.Exempt?.NominalConcurrencyShares ?? 0, LendablePercent = obj.Spec.Exempt?.LendablePercent ?? 0 }
                : obj.Spec.Exempt is { } exempt ? exempt with { NominalConcurrencyShares = exempt.NominalConcurrencyShares ?? 0, LendablePercent = exempt.LendablePercent ?? 0 } : null,
            Limited = obj.Spec.Limited is not { } limited ? null : limited with
            {
                NominalConcurrencyShares = limited.NominalConcurrencyShares ?? 30,
                LendablePercent = limited.LendablePercent ?? 0,
                LimitResponse = limited.LimitResponse.Queuing is not { } queuing ? limited.LimitResponse : limited.LimitResponse with
                {
                    Queuing = new()
                    {
                        Queues = queuing.Queues == 0 ? 64 : queuing.Queues,
                        HandSize = queuing.HandSize == 0 ? 8 : queuing.HandSize,
                        QueueLengthLimit = queuing.QueueLengthLimit == 0 ? 50 : queuing.QueueLengthLimit,
                    },
                },
            },
        },
    };

    protected override PriorityLevelConfiguration OnCreate(PriorityLevelConfiguration obj, RequestFacts facts) => FirstGeneration(obj with { Status = PriorityLevelConfigurationStatus.Empty });

    protected override PriorityLevelConfiguration OnUpdate(PriorityLevelConfiguration obj, PriorityLevelConfiguration old, RequestFacts facts) =>
        WithGeneration(obj with { Status = old.Status }, old, obj.Spec != old.Spec);

    protected override void Validate(PriorityLevelConfiguration obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        var wanted = obj.Metadata.Name switch { "exempt" => "Exempt", "catch-all" => "Limited", _ => null };
        if (wanted is not null && spec.Type != wanted)
        {
            errors.Invalid(path.Child("type"), spec.Type, $"must be '{wanted}' for the name '{obj.Metadata.Name}'");
        }

        switch (spec.Type)
        {
            case "Exempt":
                if (spec.Limited is not null)
                {
                    errors.Forbidden(path.Child("limited"), "must be nil if the type is not Limited");
                }

                if (spec.Exempt is { } exempt)
                {
                    Exempt(exempt, path.Child("exempt"), errors);
                }

                break;
            case "Limited":
                if (spec.Exempt is not null)
                {
                    errors.Forbidden(path.Child("exempt"), "must be nil if the type is Limited");
                }

                if (spec.Limited is { } limited)
                {
                    Limited(limited, path.Child("limited"), errors);
                }
                else
                {
                    errors.Required(path.Child("limited"), "must not be empty when type is Limited");
                }

                break;
            default:
                errors.NotSupported(path.Child("type"), spec.Type, "Exempt", "Limited");
                break;
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void Exempt(ExemptPriorityLevelConfiguration exempt, FieldPath path, ErrorList errors)
    {
        if (exempt.NominalConcurrencyShares is { } shares and < 0)
        {
            errors.Invalid(path.Child("nominalConcurrencyShares"), shares, "must be a non-negative integer");
        }

        Percent(exempt.LendablePercent, path.Child("lendablePercent"), errors);
    }

    private static void Limited(LimitedPriorityLevelConfiguration limited, FieldPath path, ErrorList errors)
    {
        if (limited.NominalConcurrencyShares is { } shares and < 0)
        {
            errors.Invalid(path.Child("nominalConcurrencyShares"), shares, "must be a non-negative integer");
        }

        var (response, at) = (limited.LimitResponse, path.Child("limitResponse"));
        switch (response.Type)
        {
            case "Reject":
                if (response.Queuing is not null)
                {
                    errors.Forbidden(at.Child("queuing"), "must be nil if limited.limitResponse.type is not Limited");
                }

                break;
            case "Queue":
                if (response.Queuing is { } queuing)
                {
                    Queuing(queuing, at.Child("queuing"), errors);
                }
                else
                {
                    errors.Required(at.Child("queuing"), "must not be empty if limited.limitResponse.type is Limited");
                }

                break;
            default:
                errors.NotSupported(at.Child("type"), response.Type, "Queue", "Reject");
                break;
        }

        Percent(limited.LendablePercent, path.Child("lendablePercent"), errors);
        if (limited.BorrowingLimitPercent is { } borrowing and < 0)
        {
            errors.Invalid(path.Child("borrowingLimitPercent"), borrowing, "if specified, must be a non-negative integer");
        }
    }

    private static void Percent(int? value, FieldPath path, ErrorList errors)
    {
        if (value is { } percent and (< 0 or > 100))
        {
            errors.Invalid(path, percent, "must be between 0 and 100, inclusive");
        }
    }

    private static void Queuing(QueuingConfiguration queuing, FieldPath path, ErrorList errors)
    {
        void Positive(int value, string name)
        {
            if (value <= 0)
            {
                errors.Invalid(path.Child(name), value, "must be positive");
            }
        }

        Positive(queuing.QueueLengthLimit, "queueLengthLimit");
        Positive(queuing.Queues, "queues");
        if (queuing.Queues > MaxQueues)
        {
            errors.Invalid(path.Child("queues"), queuing.Queues, $"must not be greater than {MaxQueues}");
        }

        Positive(queuing.HandSize, "handSize");
        if (queuing.HandSize > queuing.Queues)
        {
            errors.Invalid(path.Child("handSize"), queuing.HandSize, $"should not be greater than queues ({queuing.Queues})");
        }
        else if (queuing.HandSize > 0 && Bits(queuing.Queues, queuing.HandSize) is var bits && bits > 60)
        {
            errors.Invalid(path.Child("handSize"), queuing.HandSize, $"required entropy bits of deckSize {queuing.Queues} and handSize {queuing.HandSize} should not be greater than 60");
        }
    }

    private static double Bits(int deck, int hand)
    {
        var bits = 0.0;
        for (var i = 0; i < hand; i++)
        {
            bits += Math.Log2(deck - i);
        }

        return Math.Ceiling(bits);
    }
}
