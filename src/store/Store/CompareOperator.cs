namespace Cybernetes.Store;

/// <summary>How a <see cref="Compare"/> compares; numbered as in etcd's API.</summary>
public enum CompareOperator
{
    /// <summary>Equal.</summary>
    Equal = 0,

    /// <summary>What is stored is greater than the operand.</summary>
    Greater = 1,

    /// <summary>What is stored is less than the operand.</summary>
    Less = 2,

    /// <summary>Not equal.</summary>
    NotEqual = 3,
}
