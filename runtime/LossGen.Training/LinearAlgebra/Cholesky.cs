namespace LossGen.Training;

/// <summary>The factorisation A = L·Lᵀ of a symmetric positive definite matrix, in place. (Golub and Van Loan, Matrix Computations, 4th ed., section 4.2.)</summary>
internal static class Cholesky
{
    // A pivot that has lost all but 2⁻⁴⁴ of its diagonal element to cancellation holds at most 8 right bits: the matrix is
    // singular as far as double precision can tell.
    private const double SmallestRelativePivot = 5.7e-14;

    /// <summary>Overwrites the lower triangle with L.</summary>
    /// <param name="matrix">Row by row; only the lower triangle is read.</param>
    /// <param name="order">The number of rows.</param>
    /// <returns>False if the matrix is not positive definite to working precision; it is then overwritten in part.</returns>
    internal static bool TryFactor(Span<double> matrix, int order)
    {
        for (int column = 0; column < order; column++)
        {
            Span<double> pivotRow = matrix.Slice(column * order, column);
            double diagonal = matrix[(column * order) + column];
            double pivot = diagonal - Vectors.Dot(pivotRow, pivotRow);
            if (!(pivot > SmallestRelativePivot * diagonal) || !double.IsFinite(pivot))
                return false;

            double root = Math.Sqrt(pivot);
            matrix[(column * order) + column] = root;
            for (int row = column + 1; row < order; row++)
            {
                double inner = Vectors.Dot(matrix.Slice(row * order, column), pivotRow);
                matrix[(row * order) + column] = (matrix[(row * order) + column] - inner) / root;
            }
        }

        return true;
    }

    /// <summary>Overwrites the right-hand side b with the solution of L·Lᵀ·x = b.</summary>
    internal static void Solve(ReadOnlySpan<double> factor, int order, Span<double> rightHandSide)
    {
        for (int row = 0; row < order; row++)
        {
            double inner = Vectors.Dot(factor.Slice(row * order, row), rightHandSide);
            rightHandSide[row] = (rightHandSide[row] - inner) / factor[(row * order) + row];
        }

        for (int row = order - 1; row >= 0; row--)
        {
            double solved = rightHandSide[row] / factor[(row * order) + row];
            rightHandSide[row] = solved;
            Vectors.AddScaled(-solved, factor.Slice(row * order, row), rightHandSide);
        }
    }
}
